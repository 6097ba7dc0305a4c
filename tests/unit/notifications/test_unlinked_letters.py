"""Who is told of letters on no card."""

import pytest
from tests.unit.notifications.desk import Desk
from tests.unit.notifications.fakes import COLLEAGUE, SALES, SELLER
from tests.unit.notifications.test_telling import entry, happened

from chalicelib.notifications.consumers import on_communication_unlinked, on_entry_added
from portal.principals import OWNER_GRANT, department_grant


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.knows(SELLER, department_grant(SALES))
    desk.knows(COLLEAGUE, language="en")
    return desk


def test_a_letter_that_a_colleague_took_off_is_no_news(desk: Desk) -> None:
    """The department knows it already."""
    audience = frozenset({department_grant(SALES), OWNER_GRANT})
    data = {"reason": "taken_off", "suggestions": []}
    on_communication_unlinked(desk.reactions, happened(data, audience=audience))
    assert desk.table.inbox == {}


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("unknown_sender", "незнакомого"),
        ("several_open_deals", "к нескольким сделкам"),
        ("not_authenticated", "не подтверждён"),
        ("a_reason_added_later", "Выберите"),
    ],
)
def test_an_unlinked_letter_is_told_to_its_department(desk: Desk, reason: str, words: str) -> None:
    """With what they can do about it, and without the titles of deals that are not theirs."""
    titles = [{"title": "Трубы"}, {"title": "Котёл"}]
    audience = frozenset({department_grant(SALES), OWNER_GRANT})
    data = {"reason": reason, "suggestions": titles}
    on_communication_unlinked(desk.reactions, happened(data, audience=audience))
    (told,) = desk.table.inbox.values()
    assert told.person_id == SELLER.id
    assert words in told.text
    assert "Трубы" not in told.text


def test_an_unlinked_letter_is_told_by_its_sender_and_subject(desk: Desk) -> None:
    """As far as its mailbox shows them."""
    letter = {"sender": "Анна", "subject": "Цены", "automatic": False, "quiet": False}
    data = {"reason": "unknown_sender", "suggestions": [], "letter": letter}
    audience = frozenset({department_grant(SALES), OWNER_GRANT})
    on_communication_unlinked(desk.reactions, happened(data, audience=audience))
    (told,) = desk.table.inbox.values()
    assert told.text.startswith("Анна: «Цены». ")


@pytest.mark.parametrize("which", ["automatic", "quiet", "returned"])
def test_nobody_is_called_for_what_a_program_wrote_or_a_rule_keeps_quiet(
    desk: Desk, which: str
) -> None:
    """It waits in the inbox like any other."""
    letter = {"sender": "Анна", "subject": "", "automatic": which == "returned", "quiet": False}
    letter |= {which: True}
    data = {"reason": "unknown_sender", "suggestions": [], "letter": letter}
    on_communication_unlinked(desk.reactions, happened(data, audience=frozenset({OWNER_GRANT})))
    on_card = entry()
    on_card["entry"]["mark"] = which
    on_entry_added(desk.reactions, happened(on_card))
    assert desk.table.inbox == {}


def test_an_unlinked_letter_of_no_department_is_told_to_the_owners(desk: Desk) -> None:
    """Somebody must choose."""
    desk.knows(COLLEAGUE, OWNER_GRANT)
    data = {"reason": "unknown_sender", "suggestions": []}
    on_communication_unlinked(desk.reactions, happened(data, audience=frozenset({OWNER_GRANT})))
    assert [one.person_id for one in desk.table.inbox.values()] == [COLLEAGUE.id]
