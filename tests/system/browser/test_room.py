"""The client's own room: he writes to his manager, sends what is asked of him, and sees how far the deal is."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import FilePayload, expect
from tests.system.browser.conftest import Enter
from tests.system.browser.device import PHONE, Device
from tests.system.browser.scene import Scene
from tests.system.person import Person
from tests.system.portal import eventually
from tests.system.test_files import PDF

pytestmark = pytest.mark.system


@pytest.mark.parametrize("device", [Device("ru", PHONE), Device("en")], ids=["ru-phone", "en"])
def test_a_client_writes_to_his_manager(
    enter: Enter, scene: Scene, seller: Person, press: dict[str, str], device: Device
) -> None:
    """His words stand in the room at once, and on the deal's timeline for the manager."""
    text = scene.name("Когда приедут монтажники?")
    visitor = enter("client", device)
    visitor.open("/room")
    visitor.page.get_by_role("link").filter(has_text="Литьевая машина 250 т").first.click()
    box = visitor.box("room:message")
    box.fill(text)
    visitor.button("room:send").click()
    conversation = visitor.region("room:conversation")
    expect(conversation.get_by_text(text).first).to_be_visible()
    assert eventually(lambda: seller.entry(press, text, kind="message"))


def test_what_is_asked_of_a_client_is_sent_from_his_room(
    enter: Enter, scene: Scene, seller: Person, press: dict[str, str]
) -> None:
    """He needs no link: the request stands in his room, and the file on the card."""
    note, name = scene.name("Фото фундамента"), f"{scene.name('Фундамент')}.pdf"
    until = (datetime.now(UTC) + timedelta(days=7)).isoformat()
    request = {
        "card": press,
        "note": note,
        "expires_at": until,
        "max_bytes": 1_000_000,
        "content_types": ["application/pdf"],
        "max_files": 1,
        "shared_with_client": True,
    }
    seller.post("/documents/upload-requests", request)
    visitor = enter("client")
    visitor.open(f"/room/{press['id']}")
    visitor.sees(note)
    file: FilePayload = {"name": name, "mimeType": "application/pdf", "buffer": PDF}
    asked = visitor.page.get_by_role("listitem").filter(has_text=note)
    asked.locator("input[type=file]").set_input_files([file])
    assert eventually(lambda: seller.entry(press, name, kind="file"), seconds=40)


def test_a_message_that_found_no_connection_goes_later(
    enter: Enter, scene: Scene, seller: Person, press: dict[str, str]
) -> None:
    """It waits in the room with a word about it, and leaves by itself."""
    text = scene.name("Успеваем к празднику?")
    visitor = enter("client", Device("en", PHONE))
    visitor.troubles.expect(r"answer: 500 POST .*/communications/messages$")
    visitor.open(f"/room/{press['id']}")
    visitor.answers("**/api/communications/messages", 500, "POST")
    visitor.box("room:message").fill(text)
    visitor.button("room:send").tap()
    conversation = visitor.region("room:conversation")
    expect(conversation.get_by_text(visitor.words("room:sending"))).to_be_visible()
    visitor.page.unroute_all()
    assert eventually(lambda: seller.entry(press, text, kind="message"), seconds=40)
    expect(conversation.get_by_text(text).first).to_be_visible()
