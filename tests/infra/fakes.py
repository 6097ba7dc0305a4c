"""Clients without a cloud."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass
class FakeLambda:
    """Remembers what was invoked; `fail` makes a function refuse an event."""

    fail: Callable[[str, Any], bool] = lambda _, __: False
    invoked: list[tuple[str, Any]] = field(default_factory=list)
    result: Any = None

    def invoke(self, *, FunctionName: str, Payload: str) -> dict[str, Any]:  # noqa: N803  # boto3's names
        event = json.loads(Payload)
        if self.fail(FunctionName, event):
            return _answer({"errorMessage": "still broken"}) | {"FunctionError": "Unhandled"}
        self.invoked.append((FunctionName, event))
        return _answer(self.result)


def _answer(body: object) -> dict[str, Any]:
    return {"Payload": io.BytesIO(json.dumps(body).encode())}
