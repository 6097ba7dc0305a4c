"""Sessions and where they are, on a user pool in memory."""

from datetime import timedelta

import pytest
from tests.unit.people.company import Company

from chalicelib.people.model import Origin
from chalicelib.people.service import Alerts
from chalicelib.people.service.directory import PersonChanges
from portal.errors import NotFoundError, UnauthenticatedError
from portal.identity import principal_of_issued

SELLER = "seller@demo.example"
NOWHERE = Origin("", "")


@pytest.fixture
def company() -> Company:
    return Company()


def test_a_session_is_ended_alone_or_all_others_at_once(company: Company) -> None:
    """Going on is refused, and every feature is told by its id."""
    kept, *others = [company.sign_in(SELLER) for _ in range(4)]
    caller = principal_of_issued(kept.access_token)
    company.ending.end(caller, others[0].refresh_token)
    with pytest.raises(UnauthenticatedError):
        company.sessions.refresh(others[0].refresh_token, NOWHERE)
    company.ending.end_others(caller)
    assert [session.id for session in company.ending.open(caller.id)] == [kept.refresh_token]
    assert company.sessions.refresh(kept.refresh_token, NOWHERE)
    assert [event.data["session_id"] for event in company.book.events] == [
        other.refresh_token for other in others
    ]
    with pytest.raises(NotFoundError):
        company.ending.end(company.owner.to_principal(), kept.refresh_token)


def test_signing_out_ends_the_tokens_too(company: Company) -> None:
    """Not only the cookie."""
    session = company.sign_in(SELLER)
    company.sessions.sign_out(session.refresh_token)
    assert company.ending.open(company.seller.id) == []
    assert len(company.book.events) == 1
    company.sessions.sign_out(session.refresh_token)


@pytest.mark.parametrize("how", ["by an owner", "by closing the account"])
def test_all_sessions_of_somebody_end(company: Company, how: str) -> None:
    """Whatever the user pool still believes."""
    session = company.sign_in(SELLER)
    company.now += timedelta(minutes=1)
    if how == "by an owner":
        company.ending.end_all(company.owner.to_principal(), company.seller.id)
        assert [note.kind for note in company.security.kept] == ["sessions_ended"]
    else:
        gone = company.change(company.owner, company.seller, PersonChanges(active=False))
        company.change(company.owner, gone, PersonChanges(active=True))
    assert company.store.events[-1].data["access_changed_at"]
    assert company.ending.open(company.seller.id) == []
    with pytest.raises(UnauthenticatedError):
        company.sessions.refresh(session.refresh_token, NOWHERE)


def test_a_new_device_is_told_of(company: Company) -> None:
    """Not the first of all, and not one that was seen before."""
    for device in ("Firefox, Linux", "Firefox, Linux", "Chrome, Android"):
        company.sign_in(SELLER, device=device)
    assert [(note.kind, note.detail) for note in company.security.kept] == [
        ("new_device", "Chrome, Android")
    ]
    alerts = Alerts(
        company.store, company.security, company.post, company.clock, "demo.example", "https://p"
    )
    (note,) = company.security.kept
    for _ in range(2):
        alerts.send(note.person_id, note.id)
    (letter,) = company.post.sent
    assert (letter.to, letter.subject) == (SELLER, "Вход на портал с нового устройства")
    assert "Chrome, Android" in letter.text
    assert "https://p/settings/security" in (letter.html or "")


@pytest.mark.parametrize(
    ("user_agent", "device"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130", "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Mobile Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/130.0 YaBrowser/24.10 Safari", "Yandex Browser, Android"),
        ("curl/8", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_a_browser_is_named_in_two_words(user_agent: str, device: str) -> None:
    """Without its version, which changes every month."""
    assert Origin.of(user_agent, "").device == device


@pytest.mark.parametrize(
    ("address", "nearby"), [("10.1.2.3", True), ("8.8.8.8", False), ("", False), ("::1", True)]
)
def test_the_companys_own_network_is_known(address: str, nearby: bool) -> None:  # noqa: FBT001  # pytest's way
    """By its addresses, which nobody has outside."""
    assert Origin("", address).nearby is nearby
