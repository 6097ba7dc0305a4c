"""Conditions on own fields over HTTP."""

import json
import re
from decimal import Decimal, InvalidOperation
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from chalicelib.crm.model.cards import OWN
from chalicelib.crm.model.filters import Ask, Bound, Condition
from chalicelib.crm.model.words import plain_words
from portal.wire import Id, Line, Request

MOST_VALUES = 30
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _read(value: object) -> object:
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError as error:
        raise ValueError("Write conditions as a list in JSON.") from error


FromJson = BeforeValidator(_read)


class OwnCondition(Request):
    """What an own field has to be: one of `values`, with their words, between `low` and `high`, empty or filled.

    A number and a day are text. Options, persons, and yes or no are one of; other texts are asked for by words, which
    are looked for in their first 200 letters.
    """

    field: Id
    test: Ask
    values: Annotated[tuple[Line, ...], Field(max_length=MOST_VALUES)] = ()
    low: Annotated[str, Field(max_length=40)] | None = None
    high: Annotated[str, Field(max_length=40)] | None = None

    def to_condition(self) -> Condition:
        """The domain's form."""
        values = self.values
        if self.test is Ask.WORDS:
            values = tuple(plain_words(" ".join(values)))
        low, high = _bound(self.low), _bound(self.high)
        return Condition(f"{OWN}{self.field}", self.test, values, low, high)

    @model_validator(mode="after")
    def _require_sense(self) -> Self:
        needs_values = self.test in {Ask.ONE_OF, Ask.WORDS}
        if needs_values and not self.to_condition().values:
            raise ValueError("Name at least one value.")
        if self.test is Ask.RANGE:
            bounds = {type(each) for each in (_bound(self.low), _bound(self.high)) if each}
            if self.low is None and self.high is None:
                raise ValueError("Name where the range begins, or where it ends.")
            if len(bounds) > 1:
                raise ValueError("Name two numbers, or two days.")
        return self


def _bound(text: str | None) -> Bound:
    if text is None or _DAY.fullmatch(text):
        return text
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise ValueError("Name numbers, or days as 2026-01-31.") from error
    if not number.is_finite():
        raise ValueError("Name numbers, or days as 2026-01-31.")
    return number
