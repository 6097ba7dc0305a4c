"""The stages of pipelines over HTTP."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from chalicelib.crm.model.cards import OWN
from chalicelib.crm.model.pipelines import Colour, Stage, StageDraft, StageKind
from chalicelib.crm.model.spots import REQUIRABLE
from portal.ids import Ids, is_id
from portal.wire import Id, Line, Request, Response

_MOST_NAMED = 50
_MOST_DAYS = 1000


def _require_field(name: str) -> str:
    if name not in REQUIRABLE and not (name.startswith(OWN) and is_id(name.removeprefix(OWN))):
        known = ", ".join(sorted(REQUIRABLE))
        raise ValueError(f"Name one of {known}, or own. and the id of an own field.")
    return name


def distinct(values: tuple[str, ...]) -> tuple[str, ...]:
    """Each of them once."""
    return tuple(dict.fromkeys(values))


Percent = Annotated[int, Field(ge=0, le=100)]
FieldName = Annotated[str, StringConstraints(max_length=40), AfterValidator(_require_field)]
Required = Annotated[tuple[FieldName, ...], Field(max_length=_MOST_NAMED), AfterValidator(distinct)]
Days = Annotated[int, Field(ge=1, le=_MOST_DAYS)]
DaysOrNone = Annotated[int, Field(ge=0, le=_MOST_DAYS)]


class NewStage(Request):
    """A stage of a new pipeline; `probability` of winning is in per cent.

    A deal stands there for too long after `most_days` days.
    """

    name: Line
    kind: StageKind = StageKind.OPEN
    probability: Percent
    colour: Colour = Colour.GRAY
    required: Required = ()
    most_days: Days | None = None

    def to_stage(self, ids: Ids) -> Stage:
        """The domain's form."""
        return Stage(
            ids(),
            self.name,
            self.kind,
            self.probability,
            self.colour,
            self.required,
            self.most_days,
        )


class DrawnStage(Request):
    """A stage as it shall be: by its id, or without one a new stage. Its kind cannot change.

    `most_days` of 0 lets deals stand there however long.
    """

    id: Id | None = None
    name: Line
    kind: StageKind | None = None
    probability: Percent
    colour: Colour | None = None
    required: Required | None = None
    most_days: DaysOrNone | None = None

    def to_draft(self) -> StageDraft:
        """The domain's form."""
        return StageDraft(
            self.name,
            self.probability,
            self.kind,
            self.id,
            self.colour,
            self.required,
            self.most_days,
        )


class StageView(Response):
    """A stage; the fields `required` are filled before a deal comes into it or a later one.

    A deal stands there for too long after `most_days` days, or never where that is null.
    """

    id: str
    name: str
    kind: StageKind
    probability: int
    colour: Colour
    required: list[str]
    most_days: int | None
