"""Coming in and leaving."""

import pytest
from playwright.sync_api import expect
from tests.system.browser.conftest import Enter
from tests.system.browser.device import PHONE, Device
from tests.system.browser.scene import Scene
from tests.system.person import DOMAIN

pytestmark = pytest.mark.system


@pytest.mark.parametrize("device", [Device("ru"), Device("en", PHONE)], ids=["ru", "en-phone"])
def test_who_mistypes_a_password_tries_again_and_leaves(enter: Enter, device: Device) -> None:
    """The refusal is told beside the field and the address stays; whoever has left finds the form again."""
    visitor = enter(None, device)
    visitor.troubles.expect(r"401 POST .*/api/people/sessions$")
    visitor.open("/deals")
    visitor.sign_in("accountant", "not-the-password")
    visitor.sees(visitor.words("session:wrong"))
    expect(visitor.box("session:email")).to_have_value(f"accountant@{DOMAIN}")
    visitor.sign_in("accountant")
    # Where he was going before he was asked who he is.
    visitor.page.wait_for_url("**/deals")
    visitor.button("personMenu", name="Марина Юдина").click()
    visitor.page.get_by_role("menuitem", name=visitor.words("signOut")).click()
    visitor.page.wait_for_url("**/sign-in")
    visitor.open("/")
    visitor.page.wait_for_url("**/sign-in?to=*")


def test_a_reload_keeps_the_session(enter: Enter) -> None:
    """The cookie is enough: nobody signs in twice."""
    visitor = enter("seller")
    visitor.open("/")
    expect(visitor.heading(visitor.words("navMyDay"))).to_be_visible()
    visitor.page.reload()
    expect(visitor.heading(visitor.words("navMyDay"))).to_be_visible()


def test_a_client_is_shown_his_room_and_nothing_of_the_staff_s(enter: Enter) -> None:
    """Whatever address he tries, he is where he belongs."""
    visitor = enter("client", Device("en"))
    for path in ("/", "/deals", "/people"):
        visitor.open(path)
        visitor.page.wait_for_url("**/room")
    expect(visitor.page.get_by_role("link", name="Литьевая машина 250 т")).to_be_visible()


def test_a_colleague_s_card_is_not_found(enter: Enter, scene: Scene) -> None:
    """A seller who follows a link to another's deal learns nothing of it, not even that it is there."""
    sale = scene.sale()
    stranger = enter("seller2")
    stranger.troubles.expect(r"answer: 404 GET .*/api/crm/deals/")
    stranger.open(sale.path)
    stranger.sees(stranger.words("errorNotFoundTitle"))
    expect(stranger.page.get_by_text(sale.title)).to_have_count(0)
