"""Where a letter ends and what it quotes begins, in Russian and English."""

import re

_SEARCHED_LINES = 20_000
_JOINED_LINES = 3
_HEADER_LINES = 5
_LINE = 500

_WROTE = re.compile(
    r"^\*?on\b.{5,}\bwrote:\*?$|\d.*\b(?:пишет|писал|написала?|писал\(а\)|написал\(а\)):$"
    r"|\d.*<[^<>\s]+@[^<>\s]+>\s*:$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"^[-_=\s>]{2,}\s*(?:original message|forwarded message|исходное сообщение|пересланное сообщение"
    r"|пересылаемое сообщение|начало переадресованного сообщения|конец пересылаемого сообщения)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"^\*?(?:from|от|от кого):\*?\s", re.IGNORECASE)
_OTHER_HEADER = re.compile(
    r"^\*?(?:sent|date|to|subject|отправлено|дата|кому|тема):\*?", re.IGNORECASE
)


def fold(text: str) -> tuple[str, str]:
    """What is new, and what is quoted below it.

    A letter that answers between the quoted lines, or that is nothing but a quotation, is all new.
    """
    lines = text.split("\n")
    start = _start(lines)
    new = "\n".join(lines[:start]).strip()
    if start == len(lines) or not new:
        return text.strip(), ""
    return new, "\n".join(lines[start:]).strip()


def _start(lines: list[str]) -> int:
    """The index of the first quoted line, or the number of lines."""
    for index in range(min(len(lines), _SEARCHED_LINES)):
        if _is_header_block(lines, index):
            return index
        if length := _attribution_length(lines, index):
            return index if _only_quotes(lines[index + length :]) else len(lines)
    return _trailing_quotes(lines)


def _is_header_block(lines: list[str], index: int) -> bool:
    line = lines[index].strip()[:_LINE]
    if _SEPARATOR.match(line):
        return True
    following = (other.strip() for other in lines[index + 1 : index + _HEADER_LINES])
    return bool(_FROM.match(f"{line} ")) and any(_OTHER_HEADER.match(other) for other in following)


def _attribution_length(lines: list[str], index: int) -> int:
    """Over how many lines the words that someone wrote something extend; programs wrap them."""
    if not lines[index].strip() or lines[index].startswith(">"):
        return 0
    for length in range(1, _JOINED_LINES + 1):
        part = lines[index : index + length]
        if not part[-1].strip() or len(part) < length:
            return 0
        if _WROTE.search(" ".join(line.strip() for line in part)[:_LINE]):
            return length
    return 0


def _only_quotes(lines: list[str]) -> bool:
    """Whether nothing new stands below the first quoted line; without marks all is taken as quoted."""
    marked = [line.lstrip().startswith(">") for line in lines]
    if True not in marked:
        return True
    below = zip(lines, marked, strict=True)
    return not any(
        line.strip() and not quoted for line, quoted in list(below)[marked.index(True) :]
    )


def _trailing_quotes(lines: list[str]) -> int:
    start = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        if lines[index].startswith(">"):
            start = index
        elif lines[index].strip():
            break
    return start
