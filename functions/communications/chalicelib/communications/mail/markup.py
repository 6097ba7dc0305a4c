"""HTML made harmless: that of strangers to be shown, our own people's to be sent."""

import re

import nh3


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MAX_INPUT = 2_000_000
MAX_OUTPUT = 1_000_000
# The sanitiser takes quadratic time for nested elements; no honest letter comes near this depth.
_MAX_DEPTH = 3000
_TAGS = _names(
    "a abbr b blockquote br center code dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins li ol p pre q"
    " s small span strike strong sub sup table tbody td tfoot th thead tr u ul"
)
_OWN_TAGS = _names(
    "a b blockquote br code em h1 h2 h3 hr i li ol p pre s strong table tbody td th thead tr u ul"
)
_SILENT = _names("script style title template svg math iframe object noscript textarea select")
_OPEN_OR_CLOSE = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_LEFT_OPEN = _names("area base br col dd dt hr img input li link meta option p td th tr")
_LINK = re.compile(r"\s*(https?:|mailto:|tel:)", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_REMOTE = "x-remote-image:"

_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan", "align", "valign"},
    "th": {"colspan", "rowspan", "align", "valign"},
    "font": {"color"},
    "p": {"align"},
    "div": {"align"},
}

_OWN_ATTRIBUTES = {
    "a": {"href"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}


def sanitised(html: str) -> str:
    """HTML that runs nothing, sends nothing and loads nothing.

    A remote image keeps its address in ``data-src``, an image of the letter itself its ``cid:``; links open
    outside and tell nothing about where they were. HTML nested beyond reason comes back empty.
    """
    source = html[:_MAX_INPUT]
    if _depth(source) > _MAX_DEPTH:
        return ""
    safe = nh3.clean(
        source,
        tags=set(_TAGS),
        clean_content_tags=set(_SILENT),
        attributes=_ATTRIBUTES,
        attribute_filter=_filtered,
        url_schemes={"http", "https", "mailto", "tel", "cid"},
        link_rel="noopener noreferrer nofollow",
        set_tag_attribute_values={"a": {"target": "_blank"}},
    )
    # Values are serialised with their quotes escaped, so this stands only where the filter has put it.
    return safe.replace(f'<img src="{_REMOTE}', '<img data-src="').replace(
        f' src="{_REMOTE}', ' data-src="'
    )


def tidied(html: str) -> str:
    """What of HTML that one of our own people wrote is sent: words, structure and links, and nothing else.

    Empty when it says nothing in words, and when it is nested beyond reason.
    """
    source = _CONTROLS.sub("", html)
    if _depth(source) > _MAX_DEPTH:
        return ""
    safe = nh3.clean(
        source,
        tags=set(_OWN_TAGS),
        clean_content_tags=set(_SILENT),
        attributes=_OWN_ATTRIBUTES,
        attribute_filter=_filtered,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener noreferrer",
    )
    return safe if nh3.clean(safe, tags=set()).strip() else ""


def _filtered(tag: str, attribute: str, value: str) -> str | None:
    if (tag, attribute) == ("img", "src"):
        return value if value.lower().startswith("cid:") else _remote(value)
    if attribute == "href":
        return value if _LINK.match(value) else None
    return value


def _remote(address: str) -> str | None:
    return f"{_REMOTE}{address}" if re.match(r"\s*https?:", address, re.IGNORECASE) else None


def _depth(html: str) -> int:
    depth = deepest = 0
    for closing, name in _OPEN_OR_CLOSE.findall(html):
        if name.lower() not in _LEFT_OPEN:
            depth = max(0, depth - 1) if closing else depth + 1
            deepest = max(deepest, depth)
    return deepest
