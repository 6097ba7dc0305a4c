"""What became of a card's fields, over the API."""

from typing import Any

import pytest
from tests.integration.crm.office import Office


def changes(office: Office, folder: str, card_id: str) -> list[Any]:
    """The first page of a journal."""
    reply = office.api.get(f"/crm/{folder}/{card_id}/changes")
    assert reply.status == 200, reply.text
    items: list[Any] = reply.json["items"]
    return items


def patched(office: Office, path: str, **values: Any) -> None:
    """Changes a card."""
    reply = office.api.patch(path, values)
    assert reply.status == 200, reply.text


def test_a_deal_tells_from_what_to_what(office: Office) -> None:
    """Money, stages, contacts and companies stand as people know them, the latest change first."""
    path = f"/crm/deals/{office.deal}"
    patched(office, path, amount={"amount": "120000.50"}, company_id=office.firm)
    won = office.pipeline["stages"][1]["id"]
    assert office.api.post(f"{path}/stage", {"stage_id": won}).status == 200
    moved, changed, made = changes(office, "deals", office.deal)
    (stage,) = moved["steps"]
    assert (stage["before"][0]["text"], stage["after"][0]["text"]) == ("Новая", "Выиграна")
    assert stage["hindrance"] == "stage"
    steps = {step["field"]: step for step in changed["steps"]}
    assert steps["amount"]["before"] == []
    assert steps["amount"]["after"][0]["value"] == {"amount": "120000.50", "currency": "RUB"}
    assert steps["company_id"]["after"][0]["text"] == "ООО «Ромашка»"
    assert changed["actor"]["name"] == office.seller.name
    assert made["created"]


def test_a_value_comes_back_and_goes_again(office: Office) -> None:
    """A restored value is a change of its own, which is undone as any other; once back it is not set again."""
    path = f"/crm/contacts/{office.contact}"
    patched(office, path, emails=["other@romashka.example"], job_title="Инженер")
    change = changes(office, "contacts", office.contact)[0]["id"]
    back = office.api.post(f"{path}/changes/{change}/restore", {"field": "emails"})
    assert back.status == 200, back.text
    card = office.api.get(path).json
    assert (card["emails"], card["job_title"]) == (["anna@romashka.example"], "Инженер")
    again = office.api.post(f"{path}/changes/{change}/restore", {"field": "emails"})
    assert again.json == {"version": back.json["version"], "change_id": None}
    newest = changes(office, "contacts", office.contact)[0]
    assert newest["id"] == back.json["change_id"]
    assert newest["cause"] == {"kind": "restore", "id": change}
    undo = office.api.post(f"{path}/changes/{newest['id']}/restore", {"field": "emails"})
    assert undo.status == 200, undo.text
    assert office.api.get(path).json["emails"] == ["other@romashka.example"]


def test_a_value_that_somebody_else_has_now_does_not_come_back(office: Office) -> None:
    """An address which went to another contact stays there, and the refusal names him."""
    path = f"/crm/contacts/{office.contact}"
    patched(office, path, emails=[])
    office.add("contacts", name="Борис", emails=["anna@romashka.example"])
    change = changes(office, "contacts", office.contact)[0]["id"]
    refused = office.api.post(f"{path}/changes/{change}/restore", {"field": "emails"})
    assert refused.status == 409
    assert "Борис" in refused.text


@pytest.mark.parametrize(
    ("folder", "field", "status"),
    [("deals", "stage_id", 409), ("deals", "title", 409), ("deals", "amount", 422)],
)
def test_what_does_not_come_back_says_why(
    office: Office, folder: str, field: str, status: int
) -> None:
    """A stage is moved, a first title has nothing before it, and the change did not concern the amount."""
    change = changes(office, folder, office.deal)[-1]["id"]
    path = f"/crm/{folder}/{office.deal}/changes/{change}/restore"
    refused = office.api.post(path, {"field": field})
    assert refused.status == status, refused.text
    assert office.api.post(path.replace(change, "x"), {"field": field}).status == 404


def test_a_client_reads_no_journal(office: Office) -> None:
    """Not even that of his own card."""
    client = office.world.client("crm", office.client)
    assert client.get(f"/crm/contacts/{office.contact}/changes").status == 403
