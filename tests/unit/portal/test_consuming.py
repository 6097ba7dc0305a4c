"""What fails is delivered again; what can never succeed is set aside; the rest goes on."""

import json
from typing import Any

import pytest
from tests.support.http import CONTEXT

from portal import consuming
from portal.errors import UnavailableError


def message(body: Any) -> dict[str, Any]:
    text = body if isinstance(body, str) else json.dumps(body)
    return {"messageId": f"m-{text}", "body": text, "eventSource": "aws:sqs"}


def test_only_the_failed_messages_come_back() -> None:
    """A message that raises, or is not JSON, is reported; its neighbours are done."""
    done: list[Any] = []

    def handle(body: Any) -> None:
        if body == {"n": 2}:
            raise ValueError("poison")
        done.append(body)

    batch = {"Records": [message({"n": 1}), message({"n": 2}), message("{"), message({"n": 3})]}
    answer = consuming.message_consumer(handle)(batch, CONTEXT)
    failed = {item["itemIdentifier"] for item in answer["batchItemFailures"]}
    assert failed == {'m-{"n": 2}', "m-{"}
    assert done == [{"n": 1}, {"n": 3}]


def test_a_hopeless_record_is_set_aside_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """The record goes to the dead letters under the function's name, and the next one is handled."""
    aside: list[tuple[str, Any]] = []
    done: list[Any] = []
    monkeypatch.setattr(consuming, "_set_aside", lambda name, record: aside.append((name, record)))

    def handle(record: Any) -> None:
        if record["eventID"] == "bad":
            raise KeyError("pk")
        done.append(record["eventID"])

    consuming.handle_or_set_aside("link", [{"eventID": "bad"}, {"eventID": "good"}], handle)
    assert aside == [("link", {"eventID": "bad"})]
    assert done == ["good"]


def test_a_passing_trouble_fails_the_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    """What may succeed later is left to the stream, and not set aside."""
    monkeypatch.setattr(consuming, "_set_aside", lambda *_: pytest.fail("set aside"))

    def handle(_: Any) -> None:
        raise UnavailableError("later")

    with pytest.raises(UnavailableError):
        consuming.handle_or_set_aside("link", [{}], handle)
