"""What goes wrong in a page without anybody looking: errors, refused requests, broken policies."""

import re
from collections.abc import Iterable

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

# A page that is left gives up what it was still asking for.
_ABANDONED = ("net::ERR_ABORTED",)
# Chromium's own line about an answer or a request that is told of here by itself.
_TOLD_ELSEWHERE = "Failed to load resource"


class Troubles:
    """Listens to every page of a browser's context. What a test expects, it names by `expect`."""

    def __init__(self, context: BrowserContext) -> None:
        self._heard: list[str] = []
        self._expected: list[re.Pattern[str]] = []
        context.on("page", self._listen)

    def expect(self, *patterns: str) -> None:
        """Troubles that match are what the test is about."""
        self._expected += map(re.compile, patterns)

    def unexpected(self) -> list[str]:
        """All others."""
        return [t for t in self._heard if not any(p.search(t) for p in self._expected)]

    def heard(self, pattern: str) -> bool:
        """Whether something of this kind has happened."""
        return any(re.search(pattern, trouble) for trouble in self._heard)

    def _listen(self, page: Page) -> None:
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self._heard.append(f"error: {error}"))
        page.on("requestfailed", self._on_failure)
        page.on("response", self._on_response)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not _begins(message.text, [_TOLD_ELSEWHERE]):
            self._heard.append(f"console: {message.text}")

    def _on_failure(self, request: Request) -> None:
        reason = request.failure or ""
        if not _begins(reason, _ABANDONED):
            self._heard.append(f"failed: {request.method} {request.url} {reason}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self._heard.append(
                f"answer: {response.status} {response.request.method} {response.url}"
            )


def _begins(text: str, starts: Iterable[str]) -> bool:
    return text.startswith(tuple(starts))
