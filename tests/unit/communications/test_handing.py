"""The mail of somebody who leaves goes to a colleague."""

from dataclasses import replace

import pytest
from tests.unit.communications.fakes import SELLER, STRANGER, Desk
from tests.unit.communications.letters import letter

from chalicelib.communications.model import Mailbox, MailboxKind, State
from chalicelib.communications.service import MailHanding
from portal.ids import new_id
from portal.principals import employee_grant


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_mailboxes_and_what_waits_in_them_go_to_the_colleague(desk: Desk) -> None:
    """His own and his place among the readers of others; once more changes nothing."""
    own = Mailbox(new_id(), "i@demo.example", "И", MailboxKind.PERSONAL, person_id=SELLER.id)
    shared = Mailbox(new_id(), "s@demo.example", "С", person_ids=(STRANGER.id, SELLER.id))
    other = Mailbox(new_id(), "o@demo.example", "О", person_ids=(new_id(),))
    desk.store.boxes = [own, shared, other]
    waiting = desk.stored(letter())
    mine = replace(waiting, audience=frozenset({employee_grant(SELLER.id)}), state=State.UNLINKED)
    desk.store.records[waiting.id] = mine
    handing = MailHanding(desk.store)
    handing.hand_over(SELLER.id, STRANGER.id)
    boxes = {box.address: box for box in desk.store.boxes}
    assert boxes[own.address].person_id == STRANGER.id
    assert boxes[shared.address].person_ids == (STRANGER.id,)
    assert boxes[other.address].person_ids == other.person_ids
    after = desk.store.records[waiting.id]
    assert after.audience == {employee_grant(STRANGER.id)}
    handing.hand_over(SELLER.id, STRANGER.id)
    assert desk.store.records[waiting.id] == after
