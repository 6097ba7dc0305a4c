"""What the company's rules do with letters that come."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.unit.communications.fakes import DEPARTMENT, Desk
from tests.unit.communications.letters import CLIENT, SALES, attachment, letter, multipart
from tests.unit.communications.memory_rules import MemoryFolders

from chalicelib.communications.model import Assignee, AssigneeKind, Communication, Mailbox
from chalicelib.communications.model.rules import Conditions, Rule, is_among
from chalicelib.communications.service import Folders, RuleEditing
from portal.cards import CardKind, CardRef
from portal.errors import InvalidError, StaleVersionError
from portal.ids import new_id
from portal.paging import PageRequest
from portal.principals import Principal, Role, employee_grant

BOX, FOLDER, PERSON = new_id(), new_id(), new_id()
PAGE = PageRequest(50)
READER = Principal(new_id(), "Анна", frozenset({Role.EMPLOYEE}), frozenset({DEPARTMENT}))
FROM_CLIENT = Conditions(senders=("zakaz.example",))


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    made.store.boxes = [Mailbox(BOX, SALES, "Продажи", department_ids=(DEPARTMENT,))]
    return made


@pytest.fixture
def folders(desk: Desk) -> Folders:
    return Folders(desk.store, MemoryFolders(desk.store), desk.reading, new_id)


def rule(conditions: Conditions = FROM_CLIENT, **does: Any) -> Rule:
    """A rule for letters to the one mailbox."""
    return replace(Rule(new_id(), "Правило", conditions, mailbox_id=BOX), **does)


def ruled(desk: Desk, *rules: Rule, never: tuple[str, ...] = ()) -> None:
    """The rules of the company."""
    desk.rules.keep(replace(desk.rules.book(), rules=rules, never=never))


def come(desk: Desk, content: bytes | None = None, key: str = "inbound/1") -> Communication | None:
    """What became of a letter."""
    desk.objects.keep_raw(key, content or letter())
    desk.receiving.receive(key, desk.now)
    return next(iter(desk.store.records.values()), None)


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [
        (CLIENT, True),
        ("zakaz.example", True),
        ("example", True),
        ("akaz.example", False),
        ("boris@zakaz.example", False),
    ],
)
def test_an_address_is_meant_by_itself_or_by_its_domain(pattern: str, fits: bool) -> None:  # noqa: FBT001  # a table of cases
    """Domains above count; what only looks alike does not."""
    assert is_among(CLIENT, (pattern,)) is fits


@pytest.mark.parametrize(
    ("conditions", "holds"),
    [
        (Conditions(senders=(CLIENT,), subject=("ZAK",)), True),
        (Conditions(senders=(CLIENT,), subject=("счёт",)), False),
        (Conditions(recipients=(SALES,)), True),
        (Conditions(with_files=True), True),
        (Conditions(automatic=True), True),
    ],
)
def test_all_conditions_must_hold(desk: Desk, conditions: Conditions, holds: bool) -> None:  # noqa: FBT001  # a table of cases
    """Of several words or addresses one; a newsletter is known by what lets one leave it."""
    ruled(desk, rule(conditions, quiet=True))
    file = attachment('filename="a.pdf"', b"%PDF")
    read = come(desk, multipart("\r\nтекст", file, headers="List-Unsubscribe: <https://a>\r\n"))
    assert read
    assert (read.handling is not None) is holds


def test_a_letter_is_filed_given_and_linked_and_says_by_which_rules(desk: Desk) -> None:
    """Rules go on one after the other until one stops; who got it sees it."""
    card, to = CardRef(CardKind.DEAL, new_id()), Assignee(AssigneeKind.PERSON, PERSON, "Пётр")
    first = rule(folder_id=FOLDER, stops=False, name="Первое")
    second = rule(folder_id=new_id(), assignee=to, card=card, name="Второе")
    ruled(desk, first, second, rule(quiet=True))
    read = come(desk)
    assert read
    assert read.handling
    assert [one.name for one in read.handling.rules] == ["Первое", "Второе"]
    assert (read.folder_id, read.token_card, read.handling.quiet) == (FOLDER, card, False)
    assert employee_grant(PERSON) in read.audience & desk.store.events[-1].audience


def test_what_is_not_recorded_is_counted_and_kept_raw_for_a_while(desk: Desk) -> None:
    """Nobody hears of it, and the same object again changes nothing."""
    ruled(desk, rule(skips=True))
    assert come(desk) is None
    assert come(desk) is None
    assert list(desk.rules.left) == ["inbound/1"] == desk.objects.let_gone
    assert desk.store.events == []


def test_letters_of_the_never_list_leave_no_trace(desk: Desk) -> None:
    """Whoever they are to, and whatever the rules say."""
    ruled(desk, rule(quiet=True), never=("zakaz.example",))
    assert come(desk) is None


@pytest.mark.parametrize("other", [{"active": False}, {"mailbox_id": new_id()}])
def test_a_rule_that_is_off_or_of_another_mailbox_does_nothing(
    desk: Desk, other: dict[str, Any]
) -> None:
    """The letter is like any other."""
    ruled(desk, rule(skips=True, **other))
    read = come(desk)
    assert read
    assert read.handling is None


def editing(desk: Desk, folders: Folders) -> RuleEditing:
    """Owners' work on the rules."""

    class Records:
        mailboxes, arrivals = desk.store.mailboxes, desk.store.arrivals
        records = desk.store.records_of

    return RuleEditing(desk.rules, folders.folders, Records(), desk.reading, new_id)


def test_a_rule_is_tried_on_what_came_and_touches_nothing(desk: Desk, folders: Folders) -> None:
    """Owners see which letters they would miss."""
    come(desk)
    owner = Principal(new_id(), "Ольга", frozenset({Role.OWNER}), frozenset())
    tried = editing(desk, folders).tried(owner, rule(skips=True))
    assert (tried.looked_at, [one.subject for one in tried.letters]) == (1, ["Zakaz"])
    assert len(desk.store.records) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: rule(Conditions(), quiet=True),
        rule,
        lambda: rule(quiet=True, mailbox_id=new_id()),
        lambda: rule(folder_id=new_id()),
    ],
)
def test_a_rule_without_sense_is_refused_at_its_place(
    desk: Desk, folders: Folders, wrong: Callable[[], Rule]
) -> None:
    """What looks at nothing, does nothing, or names what is not there."""
    edit = editing(desk, folders)
    with pytest.raises(InvalidError):
        edit.change(replace(edit.book(), rules=(wrong(),)))


def test_two_who_change_the_rules_are_told(desk: Desk, folders: Folders) -> None:
    """The second has read what is no longer there."""
    edit = editing(desk, folders)
    before = edit.book()
    edit.change(replace(before, rules=(rule(quiet=True),)))
    with pytest.raises(StaleVersionError):
        edit.change(before)
