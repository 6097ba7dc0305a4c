"""A person at a browser."""

import json
from pathlib import Path
from typing import Any

from infra.paths import ROOT
from playwright.sync_api import Browser, Locator, Route, expect
from tests.system.browser.device import Device, Session, kept
from tests.system.browser.troubles import Troubles
from tests.system.browser.words import Words
from tests.system.person import DOMAIN, PASSWORD

# What moves has no colour yet that could be judged.
_AT_REST = """Promise.allSettled(document.getAnimations()
  .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).map((one) => one.finished))"""
# Looked at until the page has fitted itself into its window, or for three seconds.
_SIDEWAYS = """new Promise((resolve) => {
  const end = performance.now() + 3_000, page = document.documentElement;
  const look = () => {
    const over = page.scrollWidth - page.clientWidth;
    if (over <= 0 || performance.now() > end) resolve(over);
    else requestAnimationFrame(look);
  };
  look();
})"""
_PUT = """(box, text) => {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, text);
  box.dispatchEvent(new InputEvent("input", {bubbles: true}));
}"""
_AXE = ROOT / "tests" / "browser" / "node_modules" / "axe-core" / "axe.min.js"


class Visitor:
    """One context of the browser with one page. Things are found by what they are called in his language."""

    def __init__(
        self, browser: Browser, url: str, device: Device, session: Session, **options: Any
    ) -> None:
        self.device = device
        self.words = Words(device.language)
        self.context = browser.new_context(
            base_url=url, storage_state=kept(url, device, session), **device.options(), **options
        )
        self.troubles = Troubles(self.context)
        self.page = self.context.new_page()

    def open(self, path: str) -> None:
        """Goes to an address of the portal."""
        self.page.goto(path)

    def sign_in(self, login: str, password: str = PASSWORD) -> None:
        """Fills the form that is open and sends it."""
        self.box("session:email").fill(f"{login}@{DOMAIN}")
        self.page.get_by_label(self.words("session:password"), exact=True).first.fill(password)
        self.button("session:submit").click()

    def session(self) -> Session:
        """What the browser keeps of who has signed in."""
        state = self.context.storage_state()
        items = [item for origin in state["origins"] for item in origin["localStorage"]]
        marks = tuple((item["name"], item["value"]) for item in items)
        return Session(tuple(state["cookies"]), marks)

    def button(self, key: str, **values: str) -> Locator:
        """A button by its message."""
        return self.page.get_by_role("button", name=self.words(key, **values), exact=True)

    def box(self, key: str) -> Locator:
        """A box for text by its message."""
        return self.page.get_by_role("textbox", name=self.words(key), exact=True)

    def tab(self, key: str) -> Locator:
        """A tab by its message."""
        return self.page.get_by_role("tab", name=self.words(key), exact=True)

    def region(self, key: str, **values: str) -> Locator:
        """A named part of the page."""
        return self.page.get_by_role("region", name=self.words(key, **values), exact=True)

    def heading(self, text: str) -> Locator:
        """A heading that says just this."""
        return self.page.get_by_role("heading", name=text, exact=True)

    def sees(self, text: str) -> None:
        """Waits until a text is on the page."""
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()

    def sees_like(self, key: str) -> None:
        """Waits until a message is on the page, whatever its arguments are."""
        expect(self.page.get_by_text(self.words.like(key)).first).to_be_visible()

    def creates_deal(self) -> None:
        """Asks for a new deal: by the key for it, or where there are no keys by the button."""
        create = self.region("topBar").get_by_role("button", name=self.words("create"), exact=True)
        expect(create).to_be_visible()
        if self.device.is_phone:
            create.tap()
            self.page.get_by_role("menuitem", name=self.words("cardDeal"), exact=True).tap()
        else:
            self.page.keyboard.press("c")
        expect(self.box("deals:fieldTitle")).to_be_visible()

    def entry(self, text: str) -> Locator:
        """What the newest entry of the timeline that says this says; a letter is opened by it."""
        return self.region("card:timeline").get_by_text(text).first

    def holds(self, box: Locator, text: str) -> None:
        """Waits until a box has this text, be it plain or rich."""
        expect(box).to_be_visible()
        rich = box.evaluate("box => box.isContentEditable")
        (expect(box).to_have_text if rich else expect(box).to_have_value)(text)

    def put(self, box: Locator, text: str) -> None:
        """Puts a long text into a box at once: Chromium types ten thousand lines for minutes, into any page."""
        box.evaluate(_PUT, text)

    def text_of(self, box: Locator) -> str:
        """What is in a box, be it plain or rich."""
        text: str = box.evaluate("box => box.isContentEditable ? box.innerText : box.value")
        return text

    def hears(self, text: str) -> None:
        """Waits until a text is said aloud to those who listen to the page."""
        expect(self.page.get_by_role("status").filter(has_text=text).first).to_be_attached()

    def answers(self, pattern: str, status: int, method: str = "*", **headers: str) -> None:
        """From now on the portal answers so to requests that match; status 0 is no answer at all."""

        def answer(route: Route) -> None:
            if method not in {"*", route.request.method}:
                route.fallback()
            elif status == 0:
                route.abort("internetdisconnected")
            else:
                problem = {"type": "about:blank", "title": "Told", "status": status}
                kind = {"content-type": "application/problem+json"}
                route.fulfill(status=status, headers=kind | headers, body=json.dumps(problem))

        self.page.route(pattern, answer)

    def barriers(self) -> list[str]:
        """What axe finds serious or critical on the page, and finds again once the page has come to rest."""
        if not self.page.evaluate("'axe' in window"):
            # The program is given by the debugger: no policy of the page stands in its way, nor is one loosened.
            self.page.evaluate(_AXE.read_text(encoding="utf-8"))
        return self._judged() and self._judged()

    def _judged(self) -> list[str]:
        self.page.evaluate(_AT_REST)
        found = self.page.evaluate(
            "axe.run({resultTypes: ['violations']}).then(({violations}) => violations)"
        )
        return [
            f"{one['id']} ({one['impact']}): {[node['html'][:160] for node in one['nodes'][:4]]}"
            for one in found
            if one["impact"] in {"serious", "critical"}
        ]

    def sideways(self) -> int:
        """By how many pixels the page is wider than its window, once it has fitted itself into it."""
        width: int = self.page.evaluate(_SIDEWAYS)
        return width

    def photograph(self, path: Path) -> None:
        """Keeps what is seen, for those who look into a failure."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=path)
