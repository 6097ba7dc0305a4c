"""What stands under letters: one's own words, or the company's."""

import pytest
from tests.integration.communications.conftest import Office
from tests.support.neighbourhood import OWNER, SELLER

PATH = "/communications/signatures"


def test_a_signature_of_one_s_own_goes_before_the_company_s(office: Office) -> None:
    """Each is kept by itself, and one that is emptied is no more."""
    company = {"text": "{{me.name}}\nТел.: {{ me.phone }}"}
    assert office.as_(OWNER).put(f"{PATH}/company", company).status == 200
    office.as_(SELLER).put(PATH, {"text": "С уважением, Иван"})
    assert office.as_(SELLER).get(PATH).json == {
        "own": "С уважением, Иван",
        "company": company["text"],
    }
    assert office.as_(SELLER).put(PATH, {"text": None}).json["own"] is None


@pytest.mark.parametrize("text", ["{{me.salary}}", "{{}}", "{{deal.title}}", "я" * 2001, "\0"])
def test_what_means_nothing_is_refused(office: Office, text: str) -> None:
    """By its name, when it is saved and not when a client reads it."""
    reply = office.as_(SELLER).put(PATH, {"text": text})
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, "/text")
    assert office.as_(SELLER).get(PATH).json["own"] is None
