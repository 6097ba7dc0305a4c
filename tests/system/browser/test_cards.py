"""A card: its facts, a new one, and how one is found."""

import pytest
from playwright.sync_api import Locator, expect
from tests.system.browser.conftest import Enter
from tests.system.browser.device import PHONE, Device
from tests.system.browser.scene import Scene
from tests.system.browser.visitor import Visitor
from tests.system.portal import eventually

pytestmark = pytest.mark.system

DEVICES = [
    pytest.param(Device("ru"), id="ru"),
    pytest.param(Device("en", PHONE), id="en-phone"),
]


@pytest.mark.parametrize("device", DEVICES)
def test_a_fact_is_changed_where_it_stands_and_put_back(
    enter: Enter, scene: Scene, device: Device
) -> None:
    """Enter saves it, one press takes it back, and the portal has what the page shows."""
    sale, changed = scene.sale(), scene.name("Другой конвейер")
    visitor = enter("seller", device)
    visitor.open(sale.path)
    if device.is_phone:
        visitor.button("card:showFacts").tap()
    fact(visitor, "card:factTitle").click()
    box = visitor.box("card:factTitle")
    expect(box).to_have_value(sale.title)
    box.fill(changed)
    box.press("Enter")
    expect(visitor.heading(changed)).to_be_visible()
    visitor.button("undo").click()
    expect(visitor.heading(sale.title)).to_be_visible()
    assert eventually(lambda: scene.seller.get(f"/crm/deals/{sale.id}")["title"] == sale.title)


def test_a_refused_fact_stays_open_with_what_was_typed(enter: Enter, scene: Scene) -> None:
    """Somebody else's change came first: the page says so and keeps the words."""
    sale, changed = scene.sale(), scene.name("Другой конвейер")
    visitor = enter("seller", Device("en"))
    visitor.troubles.expect(r"answer: 409 PATCH")
    visitor.open(sale.path)
    visitor.answers("**/api/crm/deals/*", 409, "PATCH")
    fact(visitor, "card:factTitle").click()
    box = visitor.box("card:factTitle")
    box.fill(changed)
    box.press("Enter")
    expect(visitor.page.get_by_role("alert").first).to_be_visible()
    expect(box).to_have_value(changed)


@pytest.mark.parametrize("device", DEVICES)
def test_a_deal_is_created_from_anywhere(enter: Enter, scene: Scene, device: Device) -> None:
    """A title is enough; what was typed survives a dialog closed by mistake; the new card opens."""
    title = scene.name("Сушилка")
    visitor = enter("seller", device)
    visitor.open("/contacts")
    visitor.creates_deal()
    visitor.box("deals:fieldTitle").fill(title)
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.get_by_role("dialog")).to_have_count(0)
    visitor.creates_deal()
    expect(visitor.box("deals:fieldTitle")).to_have_value(title)
    visitor.button("deals:createSubmit").click()
    visitor.page.wait_for_url("**/deals/0*")
    expect(visitor.heading(title)).to_be_visible()
    assert scene.seller.deal(title)


@pytest.mark.parametrize("device", DEVICES)
def test_a_card_is_found_by_a_few_letters(enter: Enter, scene: Scene, device: Device) -> None:
    """Ctrl+K from any page, the number of the deal, Enter."""
    sale = scene.sale()
    visitor = enter("seller", device)
    visitor.open("/people")
    expect(visitor.heading(visitor.words("navPeople"))).to_be_visible()
    visitor.page.keyboard.press("Control+k")
    visitor.page.get_by_role("dialog").get_by_role("textbox").fill(sale.title.split()[-1])
    found = visitor.page.get_by_role("dialog").get_by_role("button").filter(has_text=sale.title)
    expect(found.first).to_be_visible()
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url(f"**{sale.path}")
    expect(visitor.heading(sale.title)).to_be_visible()


@pytest.mark.parametrize("device", DEVICES)
def test_a_lead_becomes_a_deal(enter: Enter, scene: Scene, device: Device) -> None:
    """In one dialog that the lead has filled already; the lead shows the way to what it became."""
    title = scene.name("Сушилка зерна")
    mail = f"{scene.name('lead').replace(' № ', '')}@journey.example"
    body = {"title": title, "name": scene.name("Роман Хрусталёв"), "emails": [mail]}
    lead = scene.seller.post("/crm/leads", body)
    visitor = enter("seller", device)
    visitor.open(f"/leads/{lead['id']}")
    visitor.button("convert:verb").click()
    dialog = visitor.page.get_by_role("dialog")
    dialog.get_by_role("button", name=visitor.words("convert:submitDeal"), exact=True).click()
    expect(dialog).to_have_count(0)
    became = eventually(lambda: scene.seller.get(f"/crm/leads/{lead['id']}")["converted_to"])
    assert scene.seller.get(f"/crm/deals/{became['deal_id']}")["title"] == title
    visitor.open(f"/leads/{lead['id']}")
    visitor.page.get_by_role("link", name=visitor.words("convert:wentTo")).click()
    expect(visitor.heading(title)).to_be_visible()


def fact(visitor: Visitor, key: str) -> Locator:
    """The button by which a fact is opened for change."""
    named = f"{visitor.words('change')}: {visitor.words(key)}"
    return visitor.page.get_by_role("button").filter(has_text=named).first
