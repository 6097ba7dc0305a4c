"""What is wrong with a value is said to a person, not to a programmer."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, ValidationError

from portal.errors import InvalidError
from portal.problems import from_validation
from portal.wire import Amount, Instant, Line, Request


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Form(Request):
    name: Line = "x"
    count: Annotated[int, Field(ge=1, le=9)] = 1
    tags: Annotated[list[str], Field(max_length=2, default_factory=list)]
    colour: Colour = Colour.RED
    side: Literal["left", "right"] = "left"
    at: Instant = datetime.fromisoformat("2026-03-02T09:00:00Z")
    amount: Amount = Decimal(1)
    agreed: bool = False


@pytest.mark.parametrize(
    ("body", "pointer", "message"),
    [
        ({"name": 5}, "/name", "Write text here."),
        ({"name": "я" * 201}, "/name", "Use at most 200 characters."),
        ({"name": "a\0"}, "/name", "Remove line breaks and control characters."),
        ({"salary": 1}, "/salary", "There is no such field. Remove it."),
        ({"count": "много"}, "/count", "Write a whole number."),
        ({"count": 1.5}, "/count", "Write a whole number."),
        ({"count": 0}, "/count", "Take 1 or more."),
        ({"count": 10}, "/count", "Take 9 or less."),
        ({"tags": "a"}, "/tags", "Write a list here."),
        ({"tags": ["a", 5]}, "/tags/1", "Write text here."),
        ({"tags": ["a", "b", "c"]}, "/tags", "Name at most 2."),
        ({"colour": "зелёный"}, "/colour", "Take one of: 'red' or 'blue'."),
        ({"side": "up"}, "/side", "Take one of: 'left' or 'right'."),
        (
            {"at": "2026-03-02T09:00:00"},
            "/at",
            "Name the offset from UTC, as in 2026-01-31T09:00:00Z.",
        ),
        ({"at": "завтра"}, "/at", "Write an instant, such as 2026-01-31T09:00:00Z."),
        ({"amount": 1.5}, "/amount", 'Write the amount as text, for example "120000.00".'),
        ({"amount": "дорого"}, "/amount", "Write a number, such as 120000.00."),
        ({"amount": "1.234"}, "/amount", "Use at most 2 digits after the point."),
        ({"agreed": "возможно"}, "/agreed", "Write true or false."),
    ],
)
def test_each_mistake_is_told_how_to_mend_it(body: Any, pointer: str, message: str) -> None:
    """The pointer names the place, the message what to write there."""
    with pytest.raises(ValidationError) as found:
        Form.model_validate(body)
    error = from_validation(found.value)
    assert isinstance(error, InvalidError)
    assert [(e.pointer, e.message) for e in error.errors] == [(pointer, message)]
