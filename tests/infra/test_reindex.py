"""The index of cards is made anew page by page."""

import io
import json
from typing import Any

import pytest
from infra import reindex
from tests.infra.fakes import FakeLambda

PAGES = [
    {"kind": "deal", "cursor": "дальше", "cards": 25},
    {"kind": "lead", "cursor": None, "cards": 3},
    None,
]


class Paged(FakeLambda):
    """Answers with a page after the other."""

    def invoke(self, *, FunctionName: str, Payload: str) -> dict[str, Any]:  # noqa: N803  # boto3's names
        if "FunctionError" in (
            answer := super().invoke(FunctionName=FunctionName, Payload=Payload)
        ):
            return answer
        page = PAGES[len(self.invoked) - 1]
        return {"Payload": io.BytesIO(json.dumps(page).encode())}


def test_each_answer_is_the_next_question() -> None:
    """Until there is none."""
    functions = Paged()
    assert list(reindex.pages(lambda _: functions, "test")) == [25, 3]
    assert functions.invoked == [
        ("portal-test-crm-reindex", event) for event in ({}, PAGES[0], PAGES[1])
    ]


def test_a_failure_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was done stays done; the exit status is for whoever calls this from a script."""
    functions = Paged(fail=lambda _, event: bool(event))
    monkeypatch.setattr(reindex, "of_stage", lambda _: lambda _: functions)
    assert reindex.main("test") == 1
    told = capsys.readouterr()
    assert told.out == "25 cards ...\n"
    assert told.err == "portal-test-crm-reindex failed: still broken\n"


def test_the_end_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the number of cards so far on the way to it."""
    functions = Paged()
    monkeypatch.setattr(reindex, "of_stage", lambda _: lambda _: functions)
    assert reindex.main("test") == 0
    assert capsys.readouterr().out == "25 cards ...\n28 cards ...\nAll cards are indexed.\n"
