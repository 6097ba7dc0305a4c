"""What became of a letter is told to who wrote it."""

import pytest
from tests.unit.notifications.desk import Desk
from tests.unit.notifications.fakes import SELLER
from tests.unit.notifications.test_telling import entry, happened

from chalicelib.notifications.consumers import on_communication_undelivered, on_entry_added


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.mark.parametrize(
    ("fate", "words"), [("bounced", "не доставлено на"), ("complained", "нежелательное")]
)
def test_who_wrote_a_letter_is_told_what_became_of_it(desk: Desk, fate: str, words: str) -> None:
    """In words, with the address; a letter that nobody of ours wrote is told to nobody."""
    undelivered = [{"address": "anna@zakaz.example", "fate": fate, "detail": ""}]
    data = {"communication": {"subject": "Цена"}, "undelivered": undelivered}
    on_communication_undelivered(desk.reactions, happened(data | {"author_id": SELLER.id}))
    on_communication_undelivered(desk.reactions, happened(data | {"author_id": None}))
    (told,) = desk.table.inbox.values()
    assert told.person_id == SELLER.id
    assert words in told.text
    assert "anna@zakaz.example" in told.text


def test_a_program_calls_nobody(desk: Desk) -> None:
    """An automatic answer or a report stands on the card, and that is all."""
    automatic = entry()
    automatic["entry"]["mark"] = "automatic"
    on_entry_added(desk.reactions, happened(automatic))
    assert desk.table.inbox == {}
