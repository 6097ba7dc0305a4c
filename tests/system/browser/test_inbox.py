"""Letters that the portal could not place are placed by a person."""

import pytest
from playwright.sync_api import expect
from tests.system.browser.conftest import Enter
from tests.system.browser.device import PHONE, Device
from tests.system.browser.scene import Scene
from tests.system.portal import eventually

pytestmark = pytest.mark.system


def test_a_letter_is_linked_with_the_keys_alone(enter: Enter, scene: Scene) -> None:
    """A slash finds the card by its name, Enter puts the letter on it, and it waits no more."""
    sale, subject = scene.sale(), scene.name("Запрос цен")
    stray = scene.stray(subject)
    visitor = enter("seller")
    visitor.open(f"/inbox/{stray['id']}")
    expect(visitor.heading(subject)).to_be_visible()
    keys = visitor.page.keyboard
    keys.press("/")
    expect(visitor.box("letter:cardLabel")).to_be_focused()
    keys.type(sale.title)
    dialog = visitor.page.get_by_role("dialog")
    expect(dialog.get_by_role("button").filter(has_text=sale.title)).to_be_visible()
    keys.press("Enter")
    visitor.sees(visitor.words("inbox:linked", title=sale.title))
    assert eventually(lambda: scene.seller.entry(sale.card, subject))
    expect(visitor.page.get_by_role("link").filter(has_text=subject)).to_have_count(0)


def test_the_likely_card_is_one_key_away(enter: Enter, scene: Scene) -> None:
    """A client with two open deals writes: both are suggested, and the first is taken with 1."""
    sale = scene.sale()
    second = scene.name("Второй конвейер")
    scene.seller.post("/crm/deals", {"title": second, "contact_ids": [sale.contact_id]})
    subject = scene.name("О сроке")
    scene.portal.write(sale.address, subject, "Когда ждать?")
    letter = eventually(lambda: scene.waiting(subject), seconds=30)
    assert len(letter["suggestions"]) >= 2
    visitor = enter("seller", Device("en"))
    visitor.open(f"/inbox/{letter['id']}")
    choices = visitor.page.get_by_role("complementary", name=visitor.words("inbox:choices"))
    expect(choices.get_by_role("button").filter(has_text=sale.title)).to_be_visible()
    expect(choices.get_by_role("button").filter(has_text=second)).to_be_visible()
    visitor.page.keyboard.press("1")
    chosen = letter["suggestions"][0]
    visitor.sees(visitor.words("inbox:linked", title=chosen["title"]))
    assert eventually(lambda: scene.seller.entry(chosen["card"], subject))


def test_a_letter_becomes_a_lead_on_a_phone(enter: Enter, scene: Scene) -> None:
    """Opened from the list with a thumb, made a lead with another; the letter stands on it."""
    subject = scene.name("Нужна сушилка")
    scene.stray(subject)
    visitor = enter("seller", Device("ru", PHONE))
    visitor.open("/inbox")
    visitor.page.get_by_role("link").filter(has_text=subject).tap()
    expect(visitor.heading(subject)).to_be_visible()
    choices = visitor.page.get_by_role("complementary", name=visitor.words("inbox:choices"))
    choices.get_by_role("button").filter(has_text=visitor.words("inbox:newLead")).tap()
    visitor.sees_like("inbox:linked")
    assert eventually(lambda: scene.seller.letter(subject, "linked"))
