"""Requests for files in the client's room."""

from typing import Any

from tests.integration.documents.conftest import Office
from tests.support.neighbourhood import CLIENT, DEAL, SELLER, STRANGER

from portal.principals import Principal

PDF = {"file_name": "Карточка.pdf", "size": 9, "content_type": "application/pdf"}


def listed(office: Office, principal: Principal) -> list[dict[str, Any]]:
    """The requests on the deal, as that person sees them."""
    reply = office.as_(principal).get(f"/documents/upload-requests?card={DEAL}")
    assert reply.status == 200, reply.text
    items: list[dict[str, Any]] = reply.json["items"]
    return items


def test_a_client_answers_from_his_room(office: Office) -> None:
    """He finds the request, sends a file under his own name, and both sides see what came of it."""
    office.request()
    made = office.request(shared_with_client=True)
    (seen,) = listed(office, CLIENT)
    assert (seen["id"], seen["state"], seen["files_left"]) == (made["id"], "open", 1)
    assert (seen["files"], seen["requested_by"]) == ([], None)
    client = office.as_(CLIENT)
    place = client.post(f"/documents/upload-requests/{seen['id']}/answers", PDF)
    assert place.status == 201, place.text
    office.send(place.json, b"%PDF-1.7\n")
    (document,) = client.get(f"/documents?card={DEAL}").json["items"]
    assert (document["name"], document["state"]) == ("Карточка.pdf", "ready")
    assert document["uploaded_by"] == {"kind": "client", "name": "Клиент"}
    sent = {"id": document["id"], "name": "Карточка.pdf", "size": 9}
    sent |= {"state": "received", "reason": None}
    newest, oldest = listed(office, SELLER)
    assert (newest["state"], newest["files"], newest["files_left"]) == ("used_up", [sent], 0)
    assert (oldest["state"], oldest["requested_by"]) == ("open", SELLER.id)
    again = client.post(f"/documents/upload-requests/{seen['id']}/answers", PDF)
    assert again.status == 410


def test_a_client_pages_through_his_requests(office: Office) -> None:
    """Those of the staff between them neither show nor shorten a page."""
    mine = []
    for _ in range(3):
        mine.append(office.request(shared_with_client=True)["id"])
        office.request()
    path = f"/documents/upload-requests?card={DEAL}&limit=2"
    first = office.as_(CLIENT).get(path).json
    second = office.as_(CLIENT).get(f"{path}&cursor={first['next']}").json
    assert [one["id"] for one in first["items"] + second["items"]] == mine[::-1]
    assert second["next"] is None


def test_a_request_that_is_over_says_so(office: Office) -> None:
    """A withdrawn request stays in the lists, and takes nothing."""
    made = office.request(shared_with_client=True)
    ended = office.as_(SELLER).post(f"/documents/upload-requests/{made['id']}/withdraw")
    assert ended.json["state"] == "withdrawn"
    assert [one["state"] for one in listed(office, CLIENT)] == ["withdrawn"]
    path = f"/documents/upload-requests/{made['id']}/answers"
    assert office.as_(CLIENT).post(path, PDF).status == 410


def test_answers_are_the_clients_alone(office: Office) -> None:
    """The staff upload documents of their own; a token is no id, and an id no token."""
    made = office.request(shared_with_client=True)
    path = f"/documents/upload-requests/{made['id']}/answers"
    statuses = [office.as_(who).post(path, PDF).status for who in (SELLER, STRANGER, None)]
    assert statuses == [403, 403, 401]
    hidden = office.request()
    not_his = office.as_(CLIENT).post(f"/documents/upload-requests/{hidden['id']}/answers", PDF)
    assert not_his.status == 404
    by_token = f"/documents/upload-requests/{made['token']}/answers"
    assert office.as_(CLIENT).post(by_token, PDF).status == 404
    by_id = office.as_(None).post(f"/documents/upload-requests/{made['id']}/files", PDF)
    assert by_id.status == 404


def test_a_bad_file_is_named(office: Office) -> None:
    """With the field and what is wrong with it."""
    made = office.request(shared_with_client=True)
    path = f"/documents/upload-requests/{made['id']}/answers"
    reply = office.as_(CLIENT).post(path, PDF | {"size": 1001})
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, "/size")
