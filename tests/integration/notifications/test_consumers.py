"""What the bus brings, on a real table."""

from datetime import timedelta

import pytest
from tests.integration.notifications.access import WISHES
from tests.integration.notifications.conftest import Office
from tests.support.contracts import examples
from tests.support.neighbourhood import OWNER, SELLER, STRANGER
from tests.unit.notifications.fakes import MemoryPost

from chalicelib.notifications.service import Digesting, Letters
from chalicelib.notifications.store import DigestsTable, PeopleTable, use_table
from portal.clock import utc_now
from portal.events import Event
from portal.ids import new_id
from portal.principals import Principal

DEPARTMENT = "01JD5B8Q3V7W2X4Y6Z8A0C1E3K"


def about_to(principal: Principal, name: str, index: int = 0) -> Event:
    """A published example whose owner is the principal."""
    document = examples(name)[index].to_dict()
    document["data"] = dict(document["data"]) | {"owner_id": principal.id}
    return Event.from_dict(document)


def texts(office: Office, principal: Principal) -> list[str]:
    return [one["text"] for one in office.as_(principal).get("/notifications").json["items"]]


@pytest.fixture(autouse=True)
def people(office: Office) -> None:
    assert office.as_(SELLER).get("/notifications").status == 200
    office.know(SELLER, department_ids=[DEPARTMENT])
    office.know(STRANGER, department_ids=[], language="en")


def test_a_letter_is_told_once_to_the_owner_of_its_card(office: Office) -> None:
    """However often the queue repeats it."""
    event = about_to(SELLER, "crm.entry_added.v1")
    office.hear(event, event)
    office.hear(event)
    assert texts(office, SELLER) == ["Новое письмо в карточке «Поставка труб»: Счёт на трубы"]
    assert office.as_(SELLER).get("/notifications").json["unread"] == 1
    assert texts(office, STRANGER) == []


def test_an_unlinked_letter_is_told_to_its_department(office: Office) -> None:
    """Whoever joins it is told of the next; whoever leaves it, no longer."""
    office.hear(examples("crm.communication_unlinked.v1")[0])
    assert len(texts(office, SELLER)) == 1
    office.know(STRANGER, department_ids=[DEPARTMENT], language="en")
    office.know(SELLER, department_ids=[])
    office.hear(examples("crm.communication_unlinked.v1")[1])
    assert len(texts(office, SELLER)) == 1
    assert texts(office, STRANGER) == [
        "A letter came from a sender we do not know. Choose the card it belongs to."
    ]


def test_a_member_who_is_dismissed_is_told_nothing(office: Office) -> None:
    """He leaves every group with his rights."""
    office.know(SELLER, department_ids=[DEPARTMENT], active=False)
    office.hear(*examples("crm.communication_unlinked.v1"))
    assert texts(office, SELLER) == []


def test_a_refused_file_is_told_to_who_asked(office: Office) -> None:
    """By its name."""
    document = examples("documents.file_quarantined.v1")[0].to_dict()
    document["data"]["requested_by"] = OWNER.id
    office.hear(Event.from_dict(document))
    (text,) = texts(office, OWNER)
    assert document["data"]["document"]["name"] in text


def test_ended_rights_end_tokens(office: Office) -> None:
    """The next request with the same token is refused."""
    document = examples("people.person_changed.v1")[0].to_dict()
    document["data"]["person"]["id"] = SELLER.id
    document["data"]["access_changed_at"] = "2100-01-01T00:00:00Z"
    seller = office.as_(SELLER)
    office.hear(Event.from_dict(document))
    assert seller.get("/notifications").status == 401


def test_what_is_held_goes_in_one_letter(office: Office) -> None:
    """At the end of quiet, on a real table: held, sent, and gone from what is due."""
    office.as_(SELLER).put("/notifications/preferences", WISHES | {"mailed": ["letter"]})
    for entry in examples("crm.entry_added.v1")[:1] * 2:
        event = Event.from_dict(entry.to_dict() | {"id": new_id()})
        data = dict(event.data) | {"owner_id": SELLER.id}
        office.hear(Event.from_dict(event.to_dict() | {"data": data}))
    office.hear(*[one for one in office.announced() if "notification" in one.data])
    (path,) = {one["id"] for one in office.as_(SELLER).get("/notifications").json["items"][:1]}
    log = office.as_(SELLER).get(f"/notifications/{path}/deliveries").json["items"]
    assert [one["state"] for one in log] == ["sent", "held"]
    assert office.letters() == []
    use_table("notifications")
    table, people = DigestsTable(), PeopleTable()
    post = MemoryPost()
    later = utc_now() + timedelta(days=5)
    letters = Letters("demo.example", "https://portal.test")
    digesting = Digesting(table, people, post, lambda: later, letters)
    digesting.send_due()
    digesting.send_due()
    assert [letter.subject[:10] for letter in post.sent] == ["Сводка: 2,"]
    assert table.due_digests(later, 1) == []
    log = office.as_(SELLER).get(f"/notifications/{path}/deliveries").json["items"]
    assert [(one["state"], one["digest"]) for one in log] == [("sent", False), ("sent", True)]
