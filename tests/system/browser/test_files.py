"""A file is asked for, sent by somebody without an account, and stands on the card."""

from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect
from tests.system.browser.conftest import Enter
from tests.system.browser.device import PHONE, Device
from tests.system.browser.scene import Scene
from tests.system.browser.visitor import Visitor
from tests.system.test_files import PDF

pytestmark = pytest.mark.system

NAME_OF_MARKUP = '<img src=x onerror="alert(1)">План.pdf'


@pytest.mark.parametrize(
    ("staff", "partner"),
    [(Device("ru"), Device("en", PHONE)), (Device("en", PHONE), Device("ru"))],
    ids=["ru-desk", "en-phone"],
)
def test_a_partner_sends_what_the_card_asks_for(
    enter: Enter, scene: Scene, tmp_path: Path, staff: Device, partner: Device
) -> None:
    """The link is made on the card and opened without signing in; what was sent is on the timeline."""
    sale, note, name = scene.sale(), scene.name("План цеха"), f"{scene.name('План')}.pdf"
    seller = enter("seller", staff)
    seller.open(sale.path)
    path = asked(seller, note)
    sender = enter(None, partner)
    sender.open(path)
    sender.sees(note)
    send(sender.page, tmp_path, name)
    sender.sees(sender.words("files:state_received"))
    seller.page.reload()
    expect(seller.entry(name)).to_be_visible()


def asked(visitor: Visitor, note: str) -> str:
    """Asks for files on the card that is open; the link's path."""
    visitor.tab("card:tabFiles").click()
    visitor.box("card:filesNote").fill(note)
    visitor.button("card:filesSubmit").click()
    url = visitor.box("card:filesCreated").first.input_value()
    return url[url.index("/upload/") :]


def test_a_file_of_the_wrong_kind_is_refused_before_it_is_sent(
    enter: Enter, scene: Scene, tmp_path: Path
) -> None:
    """The partner is told what fits; nothing is sent."""
    sender = enter(None)
    sender.open(scene.upload_path(scene.sale(), "Договор"))
    expect(sender.button("files:choose")).to_be_visible()
    send(sender.page, tmp_path, "программа.exe", b"MZ")
    sender.sees_like("files:misfit_type")


def test_a_name_with_markup_is_only_a_name(enter: Enter, scene: Scene) -> None:
    """It runs nothing and draws nothing, neither for who sends it nor for who receives it."""
    sale = scene.sale()
    sender = enter(None)
    sender.open(scene.upload_path(sale, "План"))
    box = sender.page.locator("input[type=file]")
    content: FilePayload = {
        "name": NAME_OF_MARKUP,
        "mimeType": "application/pdf",
        "buffer": PDF,
    }
    box.set_input_files([content])
    sender.sees(sender.words("files:state_received"))
    expect(sender.page.locator("main img[src=x]")).to_have_count(0)
    seller = enter("seller", Device("en"))
    seller.open(sale.path)
    expect(seller.entry("План")).to_be_visible()
    expect(seller.page.locator("img[src=x]")).to_have_count(0)


def test_a_lost_connection_ends_no_upload(enter: Enter, scene: Scene, tmp_path: Path) -> None:
    """What broke off is told of and goes on when the connection is there again."""
    sender = enter(None, Device("ru", PHONE))
    sender.troubles.expect("failed: POST .*ERR_INTERNET_DISCONNECTED")
    sender.open(scene.upload_path(scene.sale(), "План"))
    expect(sender.button("files:choose")).to_be_visible()
    sender.answers("**/upload-requests/*/files", 0)
    send(sender.page, tmp_path, "план.pdf")
    sender.sees(sender.words("files:broken"))
    sender.page.unroute_all()
    sender.button("files:retryOne", name="план.pdf").tap()
    sender.sees(sender.words("files:state_received"))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_link_that_never_was_opens_nothing(enter: Enter, language: str) -> None:
    """It says what to do, and nothing of the portal."""
    visitor = enter(None, Device(language, PHONE))
    visitor.troubles.expect(r"answer: 404 GET .*/upload-requests/")
    visitor.open("/upload/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    visitor.sees(visitor.words("upload:unknownTitle"))


def send(page: Page, folder: Path, name: str, content: bytes = PDF) -> None:
    """Chooses a file of that name."""
    path = folder / name
    path.write_bytes(content)
    page.locator("input[type=file]").set_input_files(path)
