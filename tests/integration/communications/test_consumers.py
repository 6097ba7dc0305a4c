"""What communications hears from the bus."""

from typing import Any

from tests.integration.communications.conftest import COLLEAGUE, Office
from tests.support.contracts import examples
from tests.support.neighbourhood import AUDIENCE, CLIENT, DEAL_ID, OWNER, SELLER
from tests.unit.communications.letters import letter

from portal.clock import to_wire, utc_now
from portal.events import Event
from portal.ids import new_id

DEAL, CONTACT = {"kind": "deal", "id": DEAL_ID}, {"kind": "contact", "id": CLIENT.contact_id}


def linked(communication_id: str, revision: int, *cards: dict[str, Any]) -> Event:
    """Crm's word."""
    data = {
        "communication_id": communication_id,
        "cards": cards,
        "contact_ids": [card["id"] for card in cards if card == CONTACT],
        "by": "address",
        "revision": revision,
    }
    return Event(new_id(), "crm.communication_linked", 1, utc_now(), data, audience=AUDIENCE)


def test_a_linked_letter_leaves_the_inbox_for_the_cards_people(office: Office) -> None:
    """Its client reads it too, without what concerns the company alone; the same event again is nothing."""
    office.come(letter())
    (item,) = office.inbox(COLLEAGUE)
    event = linked(item["id"], 1, DEAL, CONTACT)
    assert office.hear(event, event) == []
    assert (office.inbox(COLLEAGUE), office.inbox(OWNER)) == ([], [])
    assert [one["id"] for one in office.inbox(SELLER, "state=linked")] == [item["id"]]
    shown = office.as_(CLIENT).get(f"/communications/{item['id']}")
    assert (shown.status, shown.json["cards"], shown.json["mailboxes"]) == (200, [CONTACT], [])


def test_a_letter_that_crm_asks_about_waits_with_suggestions(office: Office) -> None:
    """The older word that comes after the newer one is not heard."""
    office.come(letter())
    (item,) = office.inbox()
    data = {
        "communication_id": item["id"],
        "reason": "several_open_deals",
        "suggestions": [{"card": DEAL, "title": "Насосы", "audience": sorted(AUDIENCE)}],
        "cards": [CONTACT],
        "revision": 2,
    }
    audience = AUDIENCE | {"role:owner"}
    asked = Event(new_id(), "crm.communication_unlinked", 1, utc_now(), data, audience=audience)
    assert office.hear(asked, linked(item["id"], 1, DEAL)) == []
    (after,) = office.inbox(SELLER)
    assert (after["reason"], after["cards"]) == ("several_open_deals", [CONTACT])
    assert after["suggestions"] == [{"card": DEAL, "title": "Насосы"}]


def test_tokens_end_when_rights_change(office: Office) -> None:
    """Those issued before are refused at once."""
    assert office.as_(SELLER).get("/communications/mailboxes").status == 200
    client = office.as_(SELLER)
    (told,) = examples("people.person_changed.v1")[:1]
    person = told.data["person"] | {"id": SELLER.id}
    data = {"person": person, "access_changed_at": to_wire(utc_now())}
    assert office.hear(Event(new_id(), "people.person_changed", 1, utc_now(), data)) == []
    assert client.get("/communications/mailboxes").status == 401
