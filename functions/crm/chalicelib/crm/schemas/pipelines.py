"""Pipelines over HTTP."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, PlainSerializer, WithJsonSchema

from chalicelib.crm.model.pipelines import Pipeline, Stage, StageDraft, StageKind
from chalicelib.crm.model.tallies import StageTally
from portal.ids import Ids
from portal.wire import Id, Line, Patch, Request, Response

_MOST_STAGES = 50

Percent = Annotated[int, Field(ge=0, le=100)]


class NewStage(Request):
    """A stage of a new pipeline; `probability` of winning is in per cent."""

    name: Line
    kind: StageKind = StageKind.OPEN
    probability: Percent


class NewPipeline(Request):
    """A pipeline to add, its stages in their order."""

    name: Line
    stages: Annotated[tuple[NewStage, ...], Field(min_length=1, max_length=_MOST_STAGES)]

    def to_stages(self, ids: Ids) -> tuple[Stage, ...]:
        """The domain's form."""
        return tuple(Stage(ids(), s.name, s.kind, s.probability) for s in self.stages)


class DrawnStage(Request):
    """A stage as it shall be: by its id, or without one a new stage. Its kind cannot change."""

    id: Id | None = None
    name: Line
    kind: StageKind | None = None
    probability: Percent


class PipelinePatch(Patch):
    """Another name, or all the stages in the order that they shall have."""

    name: Line | None = None
    stages: (
        Annotated[tuple[DrawnStage, ...], Field(min_length=1, max_length=_MOST_STAGES)] | None
    ) = None

    def to_drafts(self) -> tuple[StageDraft, ...] | None:
        """The domain's form."""
        if self.stages is None:
            return None
        return tuple(StageDraft(s.name, s.probability, s.kind, s.id) for s in self.stages)


class StageView(Response):
    """A stage."""

    id: str
    name: str
    kind: StageKind
    probability: int


class PipelineView(Response):
    """A pipeline."""

    id: str
    name: str
    stages: list[StageView]


class PipelineList(Response):
    """All pipelines; there is never a second page."""

    items: list[PipelineView]
    next: None = None

    @classmethod
    def of(cls, pipelines: Iterable[Pipeline]) -> Self:
        """The domain's form as it is sent."""
        return cls(items=[PipelineView.model_validate(pipeline) for pipeline in pipelines])


class TallyQuery(Request):
    """Whose deals; without an owner, of all that the caller may see."""

    owner_id: Id | None = None


class SumView(Response):
    """The sum of amounts in one currency; it may be larger than any one amount."""

    amount: Annotated[
        Decimal,
        PlainSerializer(str, when_used="json"),
        WithJsonSchema({"type": "string", "examples": ["1200000.00"]}),
    ]
    currency: str


class StageTallyView(Response):
    """How many deals the caller may see in a stage, and what they come to in each currency."""

    stage_id: str
    count: int
    sums: list[SumView]


class Tally(Response):
    """Every stage of a pipeline in its order; there is never a second page."""

    items: list[StageTallyView]
    next: None = None

    @classmethod
    def of(cls, tallies: Iterable[StageTally]) -> Self:
        """The domain's form as it is sent."""
        return cls(items=[StageTallyView.model_validate(tally) for tally in tallies])
