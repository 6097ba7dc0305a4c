"""Pipelines over HTTP."""

from collections.abc import Iterable
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field

from chalicelib.crm.model.pipelines import Pipeline, Preset, Stage
from chalicelib.crm.schemas.drawing import DrawnStage, NewStage, StageView, distinct
from chalicelib.crm.service.pipelines import Drawing
from portal.ids import Ids
from portal.wire import Id, Line, Patch, Request, Response

_MOST_STAGES = 50
_MOST_NAMED = 50
# A working year.
_MOST_MINUTES = 250 * 8 * 60
_MOST_MONTHS = 60


Departments = Annotated[tuple[Id, ...], Field(max_length=_MOST_NAMED), AfterValidator(distinct)]
Reasons = Annotated[tuple[Line, ...], Field(max_length=_MOST_NAMED), AfterValidator(distinct)]
Minutes = Annotated[int, Field(ge=1, le=_MOST_MINUTES)]
Months = Annotated[int, Field(ge=1, le=_MOST_MONTHS)]
Position = Annotated[int, Field(ge=0, le=10_000)]


class NewPipeline(Request):
    """A pipeline to add, its stages in their order; for the departments named, or for everybody."""

    name: Line
    stages: Annotated[tuple[NewStage, ...], Field(min_length=1, max_length=_MOST_STAGES)]
    preset: Preset | None = None
    position: Position = 0
    department_ids: Departments = ()
    answer_within: Minutes | None = None
    lost_reasons: Reasons = ()
    round_months: Months | None = None

    def to_stages(self, ids: Ids) -> tuple[Stage, ...]:
        """The domain's form."""
        return tuple(stage.to_stage(ids) for stage in self.stages)

    def to_values(self) -> dict[str, Any]:
        """The other fields that were sent, as the domain has them."""
        sent = self.model_fields_set - {"name", "stages"}
        return {name: getattr(self, name) for name in sent}


class PipelinePatch(Patch):
    """The fields to change, or all the stages in the order that they shall have.

    The deals of a stage that is left out go into the stage that `into` names by its id. `answer_within` is in
    working minutes, `round_months` until the next round of a service contract.
    """

    emptied_by_null = frozenset({"answer_within", "round_months"})

    name: Line | None = None
    stages: (
        Annotated[tuple[DrawnStage, ...], Field(min_length=1, max_length=_MOST_STAGES)] | None
    ) = None
    into: Annotated[dict[Id, Id], Field(max_length=_MOST_STAGES)] | None = None
    position: Position | None = None
    department_ids: Departments | None = None
    answer_within: Minutes | None = None
    lost_reasons: Reasons | None = None
    round_months: Months | None = None

    def to_values(self) -> dict[str, Any]:
        """The fields but the stages, as the domain has them."""
        sent = self.model_fields_set - {"stages", "into"}
        return {name: getattr(self, name) for name in sent}

    def to_drawing(self) -> Drawing | None:
        """The stages, as the domain has them."""
        if self.stages is None:
            return None
        return Drawing(tuple(stage.to_draft() for stage in self.stages), self.into or {})


class Removal(Request):
    """Into which stage of another pipeline the deals go; an empty pipeline needs none."""

    into: Id | None = None


class PipelineView(Response):
    """A pipeline."""

    id: str
    name: str
    stages: list[StageView]
    preset: Preset | None
    position: int
    department_ids: list[str]
    answer_within: int | None
    lost_reasons: list[str]
    round_months: int | None


class PipelineList(Response):
    """All pipelines; there is never a second page."""

    items: list[PipelineView]
    next: None = None

    @classmethod
    def of(cls, pipelines: Iterable[Pipeline]) -> Self:
        """The domain's form as it is sent."""
        return cls(items=[PipelineView.model_validate(pipeline) for pipeline in pipelines])
