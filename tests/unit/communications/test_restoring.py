"""Letters that the rules left out, recorded after all."""

from dataclasses import replace
from typing import Any

import pytest
from tests.unit.communications.fakes import DEPARTMENT, Desk
from tests.unit.communications.letters import CLIENT, SALES, letter

from chalicelib.communications import mail
from chalicelib.communications.model import Mailbox, Privacy, State
from chalicelib.communications.model.rules import Conditions, Rule
from chalicelib.communications.service import Restoring
from portal.errors import NotFoundError
from portal.paging import PageRequest

PAGE = PageRequest(50)


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    rule = Rule("rule", "Цены", Conditions(senders=("zakaz.example",)), skips=True)
    made.rules.keep(replace(made.rules.book(), rules=(rule,)))
    return made


def left(desk: Desk, key: str = "inbound/1", **how: Any) -> None:
    """A letter that the rule leaves out."""
    desk.objects.keep_raw(key, letter(**how))
    desk.receiving.receive(key, desk.now)


def restoring(desk: Desk) -> Restoring:
    """An owner's second look."""
    return Restoring(desk.rules, desk.store, desk.objects, mail, desk.receiving)


def test_a_letter_that_was_left_out_is_recorded_when_an_owner_wants_it(desk: Desk) -> None:
    """As if no rule had left it out, told as every letter, and kept as long as every letter."""
    left(desk)
    again = restoring(desk)
    (shown,) = again.page(PAGE).items
    assert (shown.skipped.rule, shown.sender.address) == ("Цены", CLIENT)
    again.restore(shown.skipped.id)
    (record,) = desk.store.records.values()
    assert (record.id, record.state) == (shown.skipped.id, State.UNLINKED)
    assert [one.type for one in desk.store.events] == ["communications.communication_received"]
    assert (desk.objects.let_gone, again.page(PAGE).items) == ([], [])
    with pytest.raises(NotFoundError):
        again.restore(shown.skipped.id)


def test_what_broke_after_it_was_recorded_is_finished_by_the_next_attempt(desk: Desk) -> None:
    """Without a second record, and without the news a second time."""
    left(desk)
    (skipped,) = desk.rules.left.values()
    restoring(desk).restore(skipped.id)
    desk.rules.left[skipped.raw_key] = skipped
    restoring(desk).restore(skipped.id)
    assert (len(desk.store.records), len(desk.store.events), desk.rules.left) == (1, 1, {})


def test_what_the_bucket_has_let_go_is_neither_shown_nor_recorded(desk: Desk) -> None:
    """The table may remember it for a day longer."""
    left(desk)
    (skipped,) = desk.rules.left.values()
    del desk.objects.raws["inbound/1"]
    assert restoring(desk).page(PAGE).items == []
    with pytest.raises(NotFoundError, match="no longer kept"):
        restoring(desk).restore(skipped.id)
    assert desk.store.received_from("inbound/1")


@pytest.mark.parametrize(
    ("privacy", "never", "words"),
    [
        (Privacy.FULL, (), (CLIENT, "Zakaz")),
        (Privacy.FULL, ("zakaz.example",), (CLIENT, "")),
        (Privacy.HIDDEN, (), ("", "")),
    ],
)
def test_only_what_everybody_may_know_is_shown(
    desk: Desk, privacy: Privacy, never: tuple[str, ...], words: tuple[str, str]
) -> None:
    """Of a mailbox that keeps to itself nothing; of who is never recorded not what he writes of."""
    desk.rules.keep(replace(desk.rules.book(), never=never))
    box = Mailbox("box", SALES, "Продажи", department_ids=(DEPARTMENT,), privacy=privacy)
    desk.store.boxes = [box]
    left(desk)
    (shown,) = restoring(desk).page(PAGE).items
    assert (shown.sender.address, shown.subject) == words
