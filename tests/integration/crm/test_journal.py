"""The journal of a card in its table, beside the card."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.integration.crm.office import Office

from chalicelib.crm.model.cards import Owner
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.journal import Cause, CauseKind, Turn
from chalicelib.crm.service.changes import Change
from chalicelib.crm.store import CardStore, Journal
from portal.cards import CardKind, CardRef
from portal.errors import StaleVersionError
from portal.events import Event
from portal.ids import new_id
from portal.paging import PageRequest

NOW = datetime(2026, 3, 2, tzinfo=UTC)
LONG = "Договорились о поставке. " * 16_000


def contact(name: str) -> Contact:
    """A contact that nobody stored yet."""
    return Contact(id=new_id(), owner=Owner("o", "И"), created_at=NOW, updated_at=NOW, name=name)


def event(of: Contact) -> Event:
    """The news of a change."""
    return Event(new_id(), "crm.card_changed", 1, NOW, {}, about=(of.ref,))


@pytest.mark.usefixtures("office")
def test_a_change_that_fits_no_item_is_kept_whole() -> None:
    """A text of 700 KB is told to its last letter, and the page holds both changes."""
    first = CardStore().save(Change(None, fresh := contact("Анна"), event(fresh)))
    # The card itself would be refused: only its journal is as long as its former and its present text.
    before = replace(first, description=LONG)
    CardStore().save(Change(before, replace(before, description=None), event(before)))
    newest, oldest = Journal().changes(first.ref, PageRequest()).items
    assert newest.turns == {"description": Turn(LONG, None)}
    assert (newest.version, oldest.version, oldest.created) == (2, 1, True)


@pytest.mark.usefixtures("office")
def test_a_change_that_was_refused_leaves_no_line() -> None:
    """The journal tells of what is stored, and of nothing else."""
    first = CardStore().save(Change(None, fresh := contact("Анна"), event(fresh)))
    with pytest.raises(StaleVersionError):
        CardStore().save(Change(fresh, replace(fresh, name="Алла"), event(fresh)))
    assert len(Journal().changes(first.ref, PageRequest()).items) == 1


def test_every_card_of_a_conversion_names_the_lead(office: Office) -> None:
    """Who reads the new deal's journal learns where it came from."""
    lead = office.add("leads", title="Заявка")
    body = {"contact": {"name": "Борис"}, "deal": {"title": "Пресс"}}
    converted = office.api.post(f"/crm/leads/{lead}/convert", body).json
    refs = [
        CardRef(CardKind.LEAD, lead),
        CardRef(CardKind.DEAL, converted["deal"]["id"]),
        CardRef(CardKind.CONTACT, converted["contact"]["id"]),
    ]
    newest = [Journal().changes(ref, PageRequest(1)).items[0] for ref in refs]
    assert [each.cause for each in newest] == [Cause(CauseKind.CONVERSION, lead)] * 3
    assert newest[0].turns["status"] == Turn("new", "qualified")
