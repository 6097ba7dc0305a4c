"""Every page, for everybody: nothing serious for axe, nothing sideways, little to fetch before the first."""

import gzip

import pytest
from playwright.sync_api import Response, expect
from tests.system.browser.conftest import Enter
from tests.system.browser.device import PHONE, WIDE, Device
from tests.system.browser.scene import Scene
from tests.system.browser.visitor import Visitor
from tests.system.person import Person
from tests.system.portal import Portal

pytestmark = pytest.mark.system

WORD = "Высокопроизводительноэлектрогидравлический"
LONG = f"{WORD} термопластавтомат с самонастройкой и сервоприводом"
LANGUAGES = ["ru", "en"]
WIDTHS = (WIDE[0], 1024, PHONE[0])
FIRST_PAGE_BYTES = 250_000

SHOWN = "h1, h2, [role=alert]"
STAFF_PAGES = {
    "my-day": "/",
    "board": "/deals",
    "deals": "/deals?view=list",
    "deal": "/deals/{deal}",
    "contacts": "/contacts",
    "contact": "/contacts/{contact}",
    "companies": "/companies",
    "company": "/companies/{company}",
    "leads": "/leads",
    "lead": "/leads/{lead}",
    "inbox": "/inbox",
    "letter": "/inbox/{letter}",
    "people": "/people",
    "person": "/people/{person}",
    "settings": "/settings",
    "notifications": "/notifications?all=true",
}
OTHER_PAGES = {
    "sign-in": (None, "/sign-in"),
    "upload": (None, "{upload}"),
    "room": ("client", "/room"),
    "room-deal": ("client", "/room/{press}"),
    "unknown": ("seller", "/no/such/page"),
}
assert len(LONG) >= 80


@pytest.fixture(scope="session")
def places(portal: Portal, seller: Person, owner: Person) -> dict[str, str]:
    """Cards with names of more than eighty characters, a long word among them, and the ids to find them by."""
    scene = Scene(portal, seller, owner)
    company = seller.post("/crm/companies", {"name": f"ООО «{LONG}»"})
    contact = scene.contact(f"{WORD} Александрович-Преображенский {WORD}")
    seller.patch(f"/crm/contacts/{contact['id']}", {"company_id": company["id"]})
    sale = scene.sale(
        LONG,
        company_id=company["id"],
        description=f"{LONG}\n{WORD * 4}",
        amount={"amount": "123456789012.50", "currency": "RUB"},
    )
    seller.post(f"/crm/deals/{sale.id}/comments", {"text": f"{WORD * 6} {LONG}"})
    lead = seller.post(
        "/crm/leads", {"title": LONG, "name": WORD, "emails": [f"a@{'b' * 60}.example"]}
    )
    scene.letter(sale, f"{LONG} {scene.name('№')}", f"{WORD * 8}\n{LONG}")
    stray = scene.stray(f"{WORD * 3} {scene.name(LONG)}", WORD * 10)
    return {
        "deal": sale.id,
        "contact": contact["id"],
        "company": company["id"],
        "lead": lead["id"],
        "letter": stray["id"],
        "person": seller.id,
        "upload": scene.upload_path(sale, f"{LONG} {WORD * 3}"),
        "press": seller.deal("Литьевая машина 250 т")["id"],
    }


@pytest.mark.parametrize("page", STAFF_PAGES)
def test_a_page_of_the_staff_is_for_everybody(
    enter: Enter, places: dict[str, str], page: str
) -> None:
    """At three widths and in both themes."""
    language = LANGUAGES[list(STAFF_PAGES).index(page) % 3 // 2]
    login = "owner" if page == "settings" else "seller"
    judge(enter(login, Device(language)), STAFF_PAGES[page].format(**places))


@pytest.mark.parametrize("page", OTHER_PAGES)
def test_a_page_of_anybody_else_is_too(enter: Enter, places: dict[str, str], page: str) -> None:
    """The sign-in, the client's room, the partner's upload, and the page that is not there."""
    login, path = OTHER_PAGES[page]
    judge(enter(login, Device("ru")), path.format(**places))


@pytest.mark.parametrize(("login", "path"), [(None, "/sign-in"), ("seller", "/")])
def test_little_is_fetched_before_the_first_page(
    enter: Enter, login: str | None, path: str
) -> None:
    """All the scripts that a browser gets until the page stands, gzipped, fit the budget."""
    visitor = enter(login)
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    visitor.page.on("response", keep)
    visitor.open(path)
    stands(visitor)
    visitor.page.wait_for_load_state("networkidle")
    sizes = {
        answer.url.rpartition("/")[2]: len(gzip.compress(answer.body(), 6))
        for answer in answers
        if answer.url.endswith(".js")
    }
    assert len(sizes) > 1
    assert sum(sizes.values()) <= FIRST_PAGE_BYTES, sizes


def judge(visitor: Visitor, path: str) -> None:
    """A page at all widths, and to axe in both themes on a desk and in one on a phone."""
    visitor.open(path)
    stands(visitor)
    found: dict[str, object] = {}
    for width in WIDTHS:
        visitor.page.set_viewport_size({"width": width, "height": 900})
        found[f"sideways at {width}"] = visitor.sideways() or None
    found["axe on a phone"] = visitor.barriers()
    visitor.page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    found["axe in light"] = visitor.barriers()
    visitor.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    expect(visitor.page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    found["axe in dark"] = visitor.barriers()
    assert {what: fault for what, fault in found.items() if fault} == {}


def stands(visitor: Visitor) -> None:
    """Waits until the page has its heading and nothing on it is still on its way."""
    expect(visitor.page.locator(SHOWN).first).to_be_visible()
    expect(visitor.page.get_by_role("status", name=visitor.words("loading"))).to_have_count(0)
