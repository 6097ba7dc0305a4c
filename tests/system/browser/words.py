"""The client's own messages, by which the journeys find things as a person does."""

import ast
import re
from functools import cache
from pathlib import Path

from infra.paths import FUNCTIONS

_SOURCE = FUNCTIONS / "web" / "client" / "src"
_MESSAGE = re.compile(
    r"""^\s*"?([\w.-]+)"?:\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""", re.MULTILINE
)
_ARGUMENT = re.compile(r"\{(\w+)\}")


class Words:
    """What stands on the pages in one language; a message is `namespace:key`, or a `key` of what is common."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **values: str) -> str:
        """A message with its arguments filled in; one with plurals is asked for by `like`."""
        return _ARGUMENT.sub(lambda found: values[found[1]], self._raw(key))

    def like(self, key: str, **values: str) -> re.Pattern[str]:
        """What a message may look like, whatever stands in the arguments that are not given."""
        filled = _ARGUMENT.sub(lambda m: values.get(m[1], m[0]), self._raw(key))
        return re.compile(".*".join(map(re.escape, _outside_braces(filled))), re.DOTALL)

    def _raw(self, key: str) -> str:
        namespace, _, name = key.rpartition(":")
        messages = _messages(namespace or "common", self.language)
        assert name in messages, f"{namespace or 'common'} has no message '{name}'"
        return messages[name]


@cache
def _messages(namespace: str, language: str) -> dict[str, str]:
    texts = [path.read_text(encoding="utf-8") for path in _files(namespace, language)]
    return {
        name: ast.literal_eval(quoted) for text in texts for name, quoted in _MESSAGE.findall(text)
    }


def _files(namespace: str, language: str) -> list[Path]:
    """A namespace's files; a large one is put together of several."""
    shared = _SOURCE / "shared" / "i18n" / "locales" / namespace
    own = _SOURCE / "features" / namespace / "locales"
    return sorted((shared if shared.exists() else own).rglob(f"{language}.ts"))


def _outside_braces(text: str) -> list[str]:
    """The pieces of a text between its outermost braces."""
    pieces, depth = [""], 0
    for letter in text:
        depth += (letter == "{") - (letter == "}")
        if depth == 0 and letter != "}":
            pieces[-1] += letter
        elif depth == 1 and letter == "{":
            pieces.append("")
    return pieces
