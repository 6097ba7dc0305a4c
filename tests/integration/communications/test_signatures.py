"""What stands under letters: one's own words, or the company's."""

import pytest
from tests.integration.communications.conftest import Office
from tests.support.neighbourhood import OWNER, SELLER

from chalicelib.communications.store.table import SignatureItem
from portal.ids import new_id

PATH = "/communications/signatures"


def test_a_signature_of_one_s_own_goes_before_the_company_s(office: Office) -> None:
    """Each is kept by itself, and one that is emptied is no more."""
    company = {"html": "<p>{{me.name}}<br>Тел.: {{ me.phone }}</p>"}
    assert office.as_(OWNER).put(f"{PATH}/company", company).status == 200
    office.as_(SELLER).put(PATH, {"html": "<p onclick='x()'>С уважением, <b>Иван</b></p>"})
    assert office.as_(SELLER).get(PATH).json == {
        "own": "<p>С уважением, <b>Иван</b></p>",
        "company": company["html"],
        "mailboxes": [],
    }
    assert office.as_(SELLER).put(PATH, {"html": None}).json["own"] is None


def test_a_mailbox_has_its_own(office: Office) -> None:
    """Owners write it, all who know the mailbox see it, and an unknown mailbox has none."""
    (box,) = office.as_(OWNER).get("/communications/mailboxes").json["items"]
    signed = {"mailbox_id": box["id"], "html": "<p>Отдел продаж</p>"}
    place, body = f"{PATH}/mailboxes/{box['id']}", {"html": signed["html"]}
    assert office.as_(OWNER).put(place, body).json["mailboxes"] == [signed]
    assert office.as_(SELLER).get(PATH).json["mailboxes"] == [signed]
    assert office.as_(OWNER).put(f"{PATH}/mailboxes/{new_id()}", body).status == 404
    assert office.as_(OWNER).put(place, {"html": None}).json["mailboxes"] == []


def test_plain_lines_of_former_days_are_shown_as_lines(office: Office) -> None:
    """What was written before signatures were formatted stays as it looked."""
    office.as_(SELLER).get(PATH)
    SignatureItem(f"signature#{SELLER.id}", "signature", text="Иван <b>\n{{me.phone}}").save()
    own = office.as_(SELLER).get(PATH).json["own"]
    assert own == "<p>Иван &lt;b&gt;<br>{{me.phone}}</p>"


@pytest.mark.parametrize("text", ["{{me.salary}}", "{{}}", "{{card.title}}", "я" * 10_001, "\0"])
def test_what_means_nothing_is_refused(office: Office, text: str) -> None:
    """By its name, when it is saved and not when a client reads it."""
    reply = office.as_(SELLER).put(PATH, {"html": text})
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, "/html")
    assert office.as_(SELLER).get(PATH).json["own"] is None
