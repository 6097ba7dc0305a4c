"""The text of HTML, as plain mail would have it."""

import re
from html.parser import HTMLParser

_MAX_QUOTES = 20
_BREAKS = frozenset({"br", "hr"})
_BLOCKS = _BREAKS | frozenset(
    {"blockquote", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"li", "ol", "p", "pre", "table", "tr", "ul"}
)


def to_plain(safe_html: str) -> str:
    """The text of sanitised HTML; what stands in a quotation gets the quotation marks of plain mail."""
    maker = _PlainText()
    maker.feed(safe_html)
    maker.close()
    return maker.text()


class _PlainText(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._line: list[str] = []
        self._quotes = 0

    def handle_starttag(self, tag: str, _: object) -> None:
        if tag in _BLOCKS:
            self._end_line(empty=tag in {"br", "p"})
        if tag == "blockquote":
            self._quotes += 1
        if tag == "li":
            self._line.append("- ")
        if tag in {"td", "th"}:
            self._line.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS - _BREAKS:
            self._end_line(empty=False)
        if tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)

    def handle_data(self, data: str) -> None:
        self._line.append(data)

    def text(self) -> str:
        """The lines, with no more than one empty line between them."""
        self._end_line(empty=False)
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self._lines)).strip("\n")

    def _end_line(self, *, empty: bool) -> None:
        line = " ".join("".join(self._line).split())
        self._line.clear()
        if line or empty:
            self._lines.append("> " * min(self._quotes, _MAX_QUOTES) + line if line else "")
