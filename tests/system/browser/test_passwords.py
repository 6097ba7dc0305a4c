"""Whoever has forgotten his password gets in again by a letter."""

import re
from email.message import EmailMessage

import pytest
from playwright.sync_api import expect
from tests.system.browser.conftest import Enter
from tests.system.browser.device import PHONE, Device
from tests.system.browser.scene import Scene
from tests.system.person import DOMAIN
from tests.system.portal import Portal, eventually, plain

pytestmark = pytest.mark.system

PASSWORD, NEW = "First-password-1", "Second-password-2"


@pytest.mark.parametrize("device", [Device("ru"), Device("en", PHONE)], ids=["ru", "en-phone"])
def test_a_forgotten_password_is_set_anew_by_the_letter(
    enter: Enter, scene: Scene, portal: Portal, device: Device
) -> None:
    """The letter's link opens the page, weak passwords are told as they are typed, and the new one goes in."""
    login = scene.name("forgetful").replace(" № ", "-")
    email = f"{login}@{DOMAIN}"
    person = {
        "name": "Фёдор Забывчивый",
        "email": email,
        "roles": ["employee"],
        "password": PASSWORD,
    }
    scene.owner.post("/people/employees", person)
    visitor = enter(None, device)
    visitor.open("/sign-in")
    visitor.page.get_by_role("link", name=visitor.words("session:forgotten")).click()
    expect(visitor.heading(visitor.words("session:askTitle"))).to_be_visible()
    visitor.box("session:email").fill(email)
    visitor.button("session:ask").click()
    visitor.sees(visitor.words("session:sent", email=email))
    letter = eventually(lambda: addressed(portal, email), seconds=30)
    link = re.search(r"https?://\S+/password#\S+", plain(letter))
    assert link
    visitor.page.goto(link[0])
    box = visitor.page.get_by_label(visitor.words("session:newPassword"), exact=True).first
    box.fill("short")
    expect(visitor.button("session:choose")).to_be_disabled()
    box.fill(NEW)
    visitor.button("session:choose").click()
    expect(visitor.heading(visitor.words("navMyDay"))).to_be_visible()


def test_nobody_learns_who_has_an_account(enter: Enter) -> None:
    """An address that nobody signs in with is answered as any other."""
    visitor = enter(None, Device("en"))
    visitor.open("/password")
    visitor.box("session:email").fill(f"nobody@{DOMAIN}")
    visitor.button("session:ask").click()
    visitor.sees(visitor.words("session:sent", email=f"nobody@{DOMAIN}"))


def test_a_link_that_is_no_more_offers_another(enter: Enter) -> None:
    """It says so, and the form for a new letter stands under it."""
    visitor = enter(None)
    visitor.troubles.expect(r"answer: 410 POST .*/passwords/check$")
    visitor.open("/password#token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    expect(visitor.heading(visitor.words("session:goneTitle"))).to_be_visible()
    expect(visitor.box("session:email")).to_be_visible()


def addressed(portal: Portal, address: str) -> EmailMessage | None:
    """The newest letter to an address, or None."""
    return next((m for m in portal.outbox() if address in str(m["To"])), None)
