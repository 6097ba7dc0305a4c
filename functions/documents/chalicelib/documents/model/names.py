"""What a file is called: a name for people, which never becomes part of a key."""

import re
import unicodedata

MAX_NAME_LENGTH = 200
_MAX_SUFFIX_LENGTH = 20
_NAMELESS = "file"
# Controls, format characters (bidirectional overrides among them), surrogates, and the two line separators.
_UNSHOWN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def display_name(given: str) -> str:
    """The name that a person gave a file, fit to be shown in a line and saved on any disk.

    The last step of a path stays; what cannot be seen goes, since it can make one name read as another; a name that
    is too long keeps its suffix.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", given).rstrip("/\\ "))[-1]
    seen = "".join(" " if c.isspace() else c for c in last if c.isspace() or _shown(c))
    return _shorten(" ".join(seen.split()).strip(". ") or _NAMELESS)


def _shown(character: str) -> bool:
    return unicodedata.category(character) not in _UNSHOWN


def _shorten(name: str) -> str:
    if len(name) <= MAX_NAME_LENGTH:
        return name
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix) > _MAX_SUFFIX_LENGTH:
        return name[:MAX_NAME_LENGTH]
    return stem[: MAX_NAME_LENGTH - len(suffix) - 1] + dot + suffix
