"""HTML attacks."""

import re
import time

import pytest

from chalicelib.communications.mail.markup import sanitised, tidied
from chalicelib.communications.mail.plain_text import to_plain

ATTACKS = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    '<img src=x onerror="alert(1)">',
    "<svg/onload=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="jav&#x09;ascript:alert(1)">x</a>',
    '<a href=" &#14; javascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<iframe src="https://evil.example"></iframe>',
    "<form action=https://evil.example><input name=password><button>go</button></form>",
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    "<style>@import url(https://evil.example)</style>",
    '<p style="background:url(https://evil.example)">x</p>',
    '<table background="https://evil.example"><tr><td>x</td></tr></table>',
    '<img srcset="https://evil.example 1x">',
    '<video poster="https://evil.example"><source src="https://evil.example"></video>',
    '<object data="https://evil.example"></object><embed src="https://evil.example">',
    '<base href="https://evil.example/">',
    '<math><mtext></mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    '<a href="/api/people/sessions">x</a>',
    '<img src="//evil.example/pixel">',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
    "<!--[if gte mso 9]><script>alert(1)</script><![endif]-->",
    "<b id=root name=cookie class=admin>x</b>",
    "<textarea></textarea><img src=x onerror=alert(1)>",
]
ALLOWED = re.compile(r"""<(/?[a-z0-9]+)((?: (?:href|title|alt|data-src|target|rel)="[^"<>]*")*)>""")


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_runs_loads_or_sends(attack: str) -> None:
    """What is left are harmless tags with harmless attributes."""
    safe = sanitised(f"<p>до</p>{attack}<p>после</p>")
    left = ALLOWED.sub("", safe)
    assert "<" not in left
    assert not re.search(
        r"(?i)(javascript:|data:|href=\"(?!https?:))",
        " ".join(m[2] for m in ALLOWED.finditer(safe)),
    )
    assert "<p>до</p>" in safe


def test_remote_images_wait_and_own_ones_stay() -> None:
    """The address is kept where no browser looks by itself."""
    safe = sanitised('<img alt="я" src="https://x.example/a?b=1&amp;c=2"><img src="cid:logo@x">')
    assert safe == '<img alt="я" data-src="https://x.example/a?b=1&amp;c=2"><img src="cid:logo@x">'


def test_the_marker_cannot_be_forged() -> None:
    """A sender who knows it gains nothing."""
    assert sanitised('<img src="x-remote-image:javascript:alert(1)">') == "<img>"
    titled = sanitised("<a title='\" src=\"x-remote-image:y'>x</a>")
    assert 'title="&quot; src=&quot;x-remote-image:y"' in titled


def test_links_open_outside_and_tell_nothing() -> None:
    """The other site learns neither the portal's address nor gets hold of its window."""
    assert sanitised('<a href="https://x.example" target="_self" rel="opener">сайт</a>') == (
        '<a href="https://x.example" target="_blank" rel="noopener noreferrer nofollow">сайт</a>'
    )


def test_html_nested_beyond_reason_is_not_shown() -> None:
    """It would take the sanitiser minutes."""
    begun = time.monotonic()
    assert sanitised("<div>" * 200_000 + "x") == ""
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("attack", [*ATTACKS, "\x00<p>\x08", "<ol>" * 2000, "<!--", "<p"])
def test_nothing_of_ours_runs_loads_or_sends(attack: str) -> None:
    """Whatever was pasted into a letter, no image and no style of it leaves."""
    left = re.sub(r"</?(p|b|a|ol|table|tbody|tr|td)>", "", tidied(f"<p>до</p>{attack}<p>после</p>"))
    left = re.sub(r'<a(?: href="https?:[^"]*")? rel="noopener noreferrer">', "", left)
    assert "<" not in left
    assert left.startswith("до")


def test_our_own_letter_keeps_its_words_structure_and_links() -> None:
    """What the composer makes comes out as it went in."""
    html = (
        "<h2>Цены</h2><p>Раз,<br><strong>два</strong> <em>три</em> <u>и</u> <s>нет</s></p>"
        '<ol start="3"><li><p>a</p></li></ol><blockquote><p>было</p></blockquote><hr>'
        '<pre><code>x</code></pre><table><tbody><tr><td colspan="2">1</td></tr></tbody></table>'
        '<p><a href="tel:+79990000000" rel="noopener noreferrer">звоните</a></p>'
    )
    assert tidied(html) == html


@pytest.mark.parametrize(
    "html",
    ["", " <p></p>\n<p><br></p>", "<script>x</script>", "<img src=x>", "<div>" * 4000 + "x"],
)
def test_formatting_without_words_is_no_letter(html: str) -> None:
    """Then the plain text is sent as it stands."""
    assert tidied(html) == ""


def test_text_keeps_lines_lists_and_quotations() -> None:
    """As plain mail has them."""
    html = "<h1>Тема</h1><p>Раз,<br>два</p><table><tr><td>а</td><td>б</td></tr></table><blockquote>было<blockquote>раньше</blockquote></blockquote>"
    assert to_plain(html) == "Тема\n\nРаз,\nдва\nа б\n> было\n> > раньше"
