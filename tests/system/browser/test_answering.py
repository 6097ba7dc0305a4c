"""A client's letter is answered where it stands."""

import pytest
from playwright.sync_api import expect
from tests.system.browser.conftest import Enter
from tests.system.browser.device import PHONE, Device
from tests.system.browser.scene import Scene
from tests.system.browser.visitor import Visitor
from tests.system.portal import eventually, plain

pytestmark = pytest.mark.system

TEXT = "Добрый день! Привезём 12 числа."


def answer(visitor: Visitor, scene: Scene) -> str:
    """Opens a new letter on its card and sends an answer; the letter's subject."""
    sale, subject = scene.sale(), scene.name("Срок поставки")
    scene.letter(sale, subject, "Когда привезёте машину?")
    visitor.open(sale.path)
    visitor.entry(subject).click()
    visitor.sees("Когда привезёте машину?")
    visitor.button("card:reply").click()
    visitor.holds(visitor.box("card:letterSubject"), f"Re: {subject}")
    box = visitor.box("card:letterText")
    box.fill(TEXT)
    box.press("Control+Enter")
    visitor.sees(visitor.words("card:letterSent"))
    return subject


@pytest.mark.parametrize("device", [Device("ru"), Device("en", PHONE)], ids=["ru", "en-phone"])
def test_an_answer_leaves_and_stands_on_the_card(
    enter: Enter, scene: Scene, device: Device
) -> None:
    """Ten seconds after it was sent it is in the outbox, and on the timeline as what went out."""
    visitor = enter("seller", device)
    subject = answer(visitor, scene)
    sent = eventually(lambda: scene.portal.sent(f"Re: {subject}"), seconds=40)
    assert TEXT in plain(sent)
    expect(visitor.entry(f"Re: {subject}")).to_be_visible()


def test_an_answer_is_taken_back(enter: Enter, scene: Scene) -> None:
    """Within ten seconds the text is in its box again, and nothing has left."""
    visitor = enter("seller", Device("en"))
    subject = answer(visitor, scene)
    visitor.button("undo").first.click()
    visitor.holds(visitor.box("card:letterText"), TEXT)
    assert scene.portal.sent(f"Re: {subject}") is None


def test_who_leaves_at_once_has_sent_his_answer(enter: Enter, scene: Scene) -> None:
    """A page that is closed before the ten seconds are over sends what it holds."""
    visitor = enter("seller")
    subject = answer(visitor, scene)
    visitor.page.close()
    assert eventually(lambda: scene.portal.sent(f"Re: {subject}"), seconds=20)
