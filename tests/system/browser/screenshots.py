"""Takes the README's pictures of a portal with the demo company: `make screenshots`.

With URL they are taken of a portal that runs already.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from infra.paths import FUNCTIONS
from playwright.sync_api import Browser, expect, sync_playwright
from tests.system.browser.chromium import launch
from tests.system.browser.conftest import signed_in
from tests.system.browser.device import PHONE, Device, Session
from tests.system.browser.visitor import Visitor
from tests.system.person import Person
from tests.system.portal import Portal

FOLDER = FUNCTIONS / "web" / "screenshots"
SECONDS = 30
DEAL = "Литьевая машина 250 т"
MOST_BYTES = 200_000


DESK = Device("ru")


@dataclass(frozen=True)
class Picture:
    """What is taken: whose page, where, and how it is looked at."""

    name: str
    login: str
    path: str
    says: str
    device: Device = DESK
    dark: bool = False


PICTURES = (
    Picture("board", "head", "/deals", DEAL),
    Picture("card", "seller", "/deals/{deal}", "Срок поставки машины"),
    Picture("card-dark", "seller", "/deals/{deal}", "Срок поставки машины", dark=True),
    Picture("inbox", "seller", "/inbox", "Замечания к схеме"),
    Picture("my-day", "seller", "/", "Перезвонить Нине Озеровой"),
    Picture("room-phone", "client", "/room/{deal}", DEAL, Device("ru", PHONE)),
)


def take(browser: Browser, url: str) -> Iterator[Path]:
    """Takes each picture and gives its file."""
    deal = Person(url, "seller").deal(DEAL)["id"]
    sessions: dict[str, Session] = {}
    for picture in PICTURES:
        if picture.login not in sessions:
            first = Visitor(browser, url, Device(), Session())
            sessions[picture.login] = signed_in(first, picture.login)
        visitor = Visitor(browser, url, picture.device, sessions[picture.login])
        if picture.dark:
            visitor.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        visitor.open(picture.path.format(deal=deal))
        visitor.sees(picture.says)
        expect(visitor.page.get_by_role("status", name=visitor.words("loading"))).to_have_count(0)
        visitor.page.wait_for_load_state("networkidle")
        visitor.photograph(FOLDER / f"{picture.name}.png")
        visitor.context.close()
        yield FOLDER / f"{picture.name}.png"


@contextmanager
def portal_url() -> Iterator[str]:
    """Of the portal that is told, or of one that is started for this."""
    if len(sys.argv) > 1:
        yield sys.argv[1]
        return
    with tempfile.TemporaryDirectory() as home:
        portal = Portal(Path(home))
        try:
            portal.start()
            yield portal.page_url
        finally:
            portal.end()


def main() -> int:
    """The exit status; a picture that is too heavy for a README fails."""
    expect.set_options(timeout=SECONDS * 1000)
    with portal_url() as url, sync_playwright() as playwright:
        browser = launch(playwright)
        sizes = {path: path.stat().st_size for path in take(browser, url)}
        browser.close()
    for path, size in sizes.items():
        sys.stdout.write(f"{path.name}: {size // 1000} KB\n")
    return int(max(sizes.values()) > MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main())
