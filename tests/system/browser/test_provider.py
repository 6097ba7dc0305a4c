"""Coming in through the company's own provider, as somebody whom nobody has invited."""

import pytest
from infra.local.sign_in import trial
from playwright.sync_api import expect
from tests.system.browser.conftest import Enter
from tests.system.browser.device import PHONE, Device
from tests.system.browser.visitor import Visitor
from tests.system.person import DOMAIN

pytestmark = pytest.mark.system

NAME = "Анна Ёлкина-Щукина"
_LABEL = trial("http://localhost").label


def test_a_newcomer_comes_in_leaves_and_comes_again(enter: Enter) -> None:
    """To the page that he wanted, by his own name; the session and Settings say how he came."""
    visitor = enter(None)
    visitor.open("/deals?view=list")
    _come(visitor, "newcomer")
    visitor.page.wait_for_url("**/deals?view=list")
    expect(visitor.button("personMenu", name=NAME)).to_be_visible()
    visitor.open("/settings/security")
    visitor.sees(visitor.words("provider:linkedAs", email=f"newcomer@{DOMAIN}"))
    visitor.sees(visitor.words("provider:via", provider=_LABEL["ru"]))
    visitor.button("personMenu", name=NAME).click()
    visitor.page.get_by_role("menuitem", name=visitor.words("signOut")).click()
    visitor.page.wait_for_url("**/sign-in")
    _come(visitor, "newcomer")
    expect(visitor.button("personMenu", name=NAME)).to_be_visible()


@pytest.mark.parametrize("device", [Device("ru"), Device("en", PHONE)], ids=["ru", "en-phone"])
def test_who_does_not_come_in_is_told_why_and_tries_again(enter: Enter, device: Device) -> None:
    """An address of another company, a refusal over there, and an answer that nobody has asked for here."""
    visitor = enter(None, device)
    visitor.troubles.expect(r"401 POST .*/api/people/provider/sessions$")
    visitor.open("/sign-in")
    _come(visitor, "stranger")
    visitor.sees(visitor.words("provider:provider_foreign"))
    assert visitor.sideways() <= 0
    assert visitor.barriers() == []
    visitor.page.get_by_role("link", name=visitor.words("provider:again")).click()
    _leave_for_the_provider(visitor)
    visitor.page.get_by_role("button", name="Deny").click()
    visitor.sees(visitor.words("provider:denied", provider=_LABEL[device.language]))
    visitor.open("/sign-in/callback?code=1&state=sign-in.01JD5B8Q3V7W2X4Y6Z8A0C1E9B")
    visitor.sees(visitor.words("provider:provider_expired"))


def _come(visitor: Visitor, login: str) -> None:
    _leave_for_the_provider(visitor)
    visitor.page.get_by_role("textbox").fill(login)
    visitor.page.get_by_role("button", name="Authorize").click()


def _leave_for_the_provider(visitor: Visitor) -> None:
    # The provider's pages fetch their looks from afar.
    visitor.troubles.expect(r"^failed: GET https://cdn\.jsdelivr\.net/")
    visitor.button("provider:signInBy", provider=_LABEL[visitor.device.language]).click()
    visitor.page.wait_for_url("**/oauth2/authorize**")
