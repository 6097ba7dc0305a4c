"""What AWS answered, so that it is answered again without anything having to work for it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest
from botocore.client import BaseClient
from moto.core.botocore_stubber import BotocoreStubber

_MAKE = BaseClient._make_api_call  # type: ignore[attr-defined]  # the one door of all clients, not in the stubs
_ANSWER = BotocoreStubber.process_request

Question = tuple[BaseClient, str, Mapping[str, Any]]


class Tape:
    """The calls of one run and their answers as HTTP; botocore itself is as it is."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self.questions: list[Question] = []
        self._answers: list[Any] = []
        self._left: Iterator[Any] = iter(())
        monkeypatch.setattr(BaseClient, "_make_api_call", _MAKE)

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Remembers what is asked while the block runs, and what moto answers."""

        def ask(client: BaseClient, operation: str, parameters: Mapping[str, Any]) -> Any:
            self.questions.append((client, operation, parameters))
            return _MAKE(client, operation, parameters)

        def answer(stubber: BotocoreStubber, request: Any) -> Any:
            self._answers.append(_ANSWER(stubber, request))
            return self._answers[-1]

        with self._monkeypatch.context() as patch:
            patch.setattr(BaseClient, "_make_api_call", ask)
            patch.setattr(BotocoreStubber, "process_request", answer)
            yield

    @contextmanager
    def playing(self) -> Iterator[None]:
        """Gives the answers again, in their order; `rewind` before each run."""
        with self._monkeypatch.context() as patch:
            patch.setattr(BotocoreStubber, "process_request", lambda *_: next(self._left))
            yield

    def rewind(self) -> None:
        """The first answer is the next again."""
        self._left = iter(self._answers)

    def ask_again(self) -> None:
        """The same calls by botocore alone."""
        for client, operation, parameters in self.questions:
            _MAKE(client, operation, parameters)
