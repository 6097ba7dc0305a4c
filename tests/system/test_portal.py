"""What holds for the portal as a whole: its doors, its walls, and that it forgets nothing."""

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from tests.system.person import Person
from tests.system.portal import Portal, eventually

pytestmark = pytest.mark.system


def test_every_answer_bears_the_security_headers(portal: Portal) -> None:
    """Pages and APIs alike, as at the edge."""
    for path in ("/", "/api/health", "/api/nothing"):
        headers = httpx.get(portal.url + path, timeout=30).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in headers["content-security-policy"]


def test_an_address_of_the_client_is_its_page(portal: Portal) -> None:
    """The root and a link to a card open the client, a missing file is missing."""
    for path in ("/", "/deals/01ABC", "/upload/aB-_c"):
        answer = httpx.get(portal.url + path, timeout=30)
        assert answer.status_code == 200
        assert "<html" in answer.text
    assert httpx.get(f"{portal.url}/assets/missing.js", timeout=30).status_code == 404


def test_the_api_is_described(portal: Portal) -> None:
    """All features' routes are in one document."""
    document = httpx.get(f"{portal.url}/api/openapi.json", timeout=30).json()
    assert document["openapi"].startswith("3.1")
    assert "/api/crm/deals" in json.dumps(document)


@pytest.mark.parametrize(
    "path", ["/api", "/api/nothing", "/api/crm/nothing", "/api/crm/deals/x/y/z"]
)
def test_an_unknown_api_is_a_problem(portal: Portal, path: str) -> None:
    """Whoever answers, proxy or gateway, answers in the portal's form."""
    answer = httpx.get(portal.url + path, timeout=30)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_body_over_ten_megabytes_is_refused(portal: Portal, seller: Person) -> None:
    """As the gateway does, before any function sees it."""
    body = b'{"title": "' + b"a" * (10 * 1024 * 1024) + b'"}'
    answer = seller.http.post("/crm/deals", content=body)
    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_session_cookie_reaches_the_browser(portal: Portal) -> None:
    """The refresh token is in no body, and no script can read it."""
    credentials = {"email": "head@demo.example", "password": "demo-Portal-1"}
    answer = httpx.post(f"{portal.url}/api/people/sessions", json=credentials, timeout=30)
    cookie = answer.headers["set-cookie"]
    assert {"HttpOnly", "Secure", "SameSite=Strict"} <= set(cookie.split("; "))
    value = cookie.split(";")[0].partition("=")[2]
    assert value not in answer.text


def test_one_identity_has_one_contact_whatever_the_haste(portal: Portal, seller: Person) -> None:
    """Of fifty who claim an address at once, one gets it, and nobody sees a failure of ours."""
    body = {"name": "Один из многих", "emails": ["only-one@race.example"]}

    def claim(_: int) -> int:
        return seller.http.post("/crm/contacts", json=body).status_code

    # As many at a time as two cores can start functions for within the functions' own time limit.
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(claim, range(50)))
    assert Counter(answers) == {201: 1, 409: 49}


def test_a_deactivated_employee_is_out_everywhere(portal: Portal, owner: Person) -> None:
    """His token is refused by every feature as soon as each has heard of it, and he cannot sign in."""
    leaving = portal.person("engineer")
    for path in ("/people/me", "/crm/deals", "/notifications"):
        leaving.get(path)
    owner.patch(f"/people/employees/{leaving.id}", {"active": False})
    for path in (
        "/people/me",
        "/crm/deals",
        "/communications?state=linked",
        "/documents/strays",
        "/notifications",
    ):
        eventually(lambda path=path: leaving.http.get(path).status_code == 401)  # type: ignore[misc]  # bound at once
    credentials = {"email": "engineer@demo.example", "password": "demo-Portal-1"}
    again = httpx.post(f"{portal.url}/api/people/sessions", json=credentials, timeout=30)
    assert again.status_code == 401
    owner.patch(f"/people/employees/{leaving.id}", {"active": True})


def test_a_restart_keeps_everything(portal: Portal, seller: Person, press: dict[str, str]) -> None:
    """Stopped in the middle of work and started again, the letter that had just been accepted stands on its card."""
    before = {e["id"] for e in seller.entries(press)}
    portal.write("petr@ladoga.example", "Перед остановкой", "Это письмо нельзя потерять.")
    assert portal.stop() == 0
    portal.start()
    again = portal.person("seller")
    assert eventually(lambda: again.entry(press, "Перед остановкой"))
    assert before <= {e["id"] for e in again.entries(press)}
    portal.write("petr@ladoga.example", "После запуска", "И это тоже.")
    assert eventually(lambda: again.entry(press, "После запуска"))
