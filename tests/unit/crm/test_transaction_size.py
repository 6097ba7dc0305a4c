"""The largest cards, counted: DynamoDB takes a hundred writes together."""

from dataclasses import replace
from datetime import UTC, datetime

from tests.unit.crm.card_fakes import LOST, OPEN

from chalicelib.crm.model.cards import Owner, Record
from chalicelib.crm.model.contacts import Contact, Handle
from chalicelib.crm.model.deals import Deal, StageMove
from chalicelib.crm.model.stays import Spent
from chalicelib.crm.model.timeline import Entry, EntryKind, Source
from chalicelib.crm.service.changes import Change
from chalicelib.crm.store import identities
from chalicelib.crm.store.cards import writes_beside
from portal.events import Event
from portal.principals import SYSTEM

NOW = datetime(2026, 3, 2, tzinfo=UTC)
TWENTY = tuple(f"{number:026}" for number in range(20))
OWNER = Owner("owner", "Иван", frozenset(TWENTY[:5]))
TEAM = frozenset(f"participant-{number}" for number in range(20))
EVENT = Event("id", "crm.card_changed", 1, NOW, {})
ENTRY = Entry(
    "id", EntryKind.STAGE, NOW, None, "", SYSTEM, Source("crm", "id"), for_all_clients=True
)


def size(before: Record | None, after: Record, move: StageMove | None = None) -> int:
    """How many writes the change takes, the card included."""
    change = Change(before, after, EVENT, ENTRY, EVENT, move, EVENT)
    return 1 + len(writes_beside(change)) + len(identities.passed([change]))


def test_the_largest_deal_is_made_and_moved_in_one_transaction() -> None:
    """Twenty contacts, twenty participants, an owner in five departments."""
    deal = Deal(
        id="deal",
        owner=OWNER,
        participant_ids=TEAM,
        created_at=NOW,
        updated_at=NOW,
        title="Станок",
        pipeline_id="pipeline",
        stage_id=OPEN.id,
        stage_kind=OPEN.kind,
        stage_since=NOW,
        contact_ids=TWENTY,
    )
    lost = deal.moved(LOST, NOW, Spent(), None)
    assert 67 < size(None, deal, StageMove.first(deal, "id", SYSTEM)) <= 100
    assert 67 < size(deal, lost, StageMove.between(deal, lost, "id", SYSTEM, Spent())) <= 100


def test_the_largest_contact_is_made_in_one_transaction() -> None:
    """Twenty addresses, numbers and names, twenty participants."""
    contact = Contact(
        id="contact",
        owner=OWNER,
        participant_ids=TEAM,
        created_at=NOW,
        updated_at=NOW,
        name="Пётр",
        emails=TWENTY,
        phones=TWENTY,
        handles=tuple(Handle("telegram", name) for name in TWENTY),
    )
    assert 87 < size(None, contact) <= 100


def test_a_change_of_other_fields_writes_no_lists() -> None:
    """A new name costs the card itself and no pointer."""
    contact = Contact(id="c", owner=OWNER, created_at=NOW, updated_at=NOW, name="Пётр")
    assert size(contact, replace(contact, name="Павел")) == size(contact, contact)
