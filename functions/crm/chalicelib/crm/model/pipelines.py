"""Pipelines: the stages that deals of one sort go through."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from portal.errors import InvalidError
from portal.ids import Ids
from portal.principals import Principal
from portal.values import dataclass


class StageKind(StrEnum):
    """Whether a deal in the stage goes on, or how it has ended."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


class Colour(StrEnum):
    """The quiet colours of stages; each client has its own shade of them."""

    GRAY = "gray"
    BLUE = "blue"
    TEAL = "teal"
    GREEN = "green"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"
    VIOLET = "violet"


class Preset(StrEnum):
    """The type of sale for which a pipeline was drawn."""

    SHORT = "short"
    MEDIUM = "medium"
    PROJECT = "project"
    SERVICE = "service"


@dataclass(frozen=True)
class Stage:
    """A step of a pipeline; `probability` of winning is in per cent.

    The fields `required` have to be filled before a deal comes into this stage or a later one; an own field is
    ``own.<id>``. A deal that stands here for more than `most_days` days stands here for too long.
    """

    id: str
    name: str
    kind: StageKind
    probability: int
    colour: Colour = Colour.GRAY
    required: tuple[str, ...] = ()
    most_days: int | None = None


@dataclass(frozen=True)
class StageDraft:
    """A stage as it shall be: one there is, by its id, or a new one, which is open unless it says otherwise.

    What is None stays as it is; `most_days` of 0 are no bound.
    """

    name: str
    probability: int
    kind: StageKind | None = None
    id: str | None = None
    colour: Colour | None = None
    required: tuple[str, ...] | None = None
    most_days: int | None = None

    def upon(self, stage: Stage) -> Stage:
        """The stage with what is drawn."""
        return replace(
            stage,
            name=self.name,
            probability=self.probability,
            colour=self.colour or stage.colour,
            required=stage.required if self.required is None else self.required,
            most_days=stage.most_days if self.most_days is None else self.most_days or None,
        )


@dataclass(frozen=True)
class Pipeline:
    """Stages in their order. New deals begin in the first open one.

    It is for the departments `department_ids`, or for everybody where none is named. A client is answered within
    `answer_within` working minutes. A deal is lost for one of the `lost_reasons`, or for any reason where none is
    named. A deal that is won is followed by the next round of its contract after `round_months`.
    """

    id: str
    name: str
    stages: tuple[Stage, ...]
    version: int | None = None
    preset: Preset | None = None
    position: int = 0
    department_ids: tuple[str, ...] = ()
    answer_within: int | None = None
    lost_reasons: tuple[str, ...] = ()
    round_months: int | None = None

    def is_for(self, principal: Principal) -> bool:
        """Whether the principal may see it: who works in one of its departments or heads one, and the owners."""
        of_his = principal.department_ids | principal.headed_ids
        return (
            principal.is_owner or not self.department_ids or bool(of_his & {*self.department_ids})
        )

    @property
    def first_stage(self) -> Stage:
        """Where a deal begins."""
        return next(stage for stage in self.stages if stage.kind is StageKind.OPEN)

    def stage(self, stage_id: str) -> Stage | None:
        """One of the stages."""
        return next((stage for stage in self.stages if stage.id == stage_id), None)

    def redrawn(self, drafts: tuple[StageDraft, ...], ids: Ids) -> "Pipeline":
        """The pipeline with its stages renamed, put in another order, more of them or fewer.

        A stage that stays is of the kind it was: deals may stand in it.

        Raises:
            InvalidError: a draft is of no stage here, comes twice, is of another kind, or as in `require_stages`.
        """
        stages = tuple(self._stage(index, draft, ids) for index, draft in enumerate(drafts))
        _require_each_once(stages)
        return replace(self, stages=require_stages(stages))

    def required_at(self, stage: Stage) -> tuple[str, ...]:
        """The fields that have to be filled in a stage: its own, and those of the open ones on the way to it.

        A deal may be lost from anywhere, so that no way leads to a lost stage.
        """
        way = () if stage.kind is StageKind.LOST else self._way_to(stage)
        return tuple(dict.fromkeys(name for each in (*way, stage) for name in each.required))

    def require_reason(self, stage: Stage, reason: str | None, at: str = "/reason") -> None:
        """Lets a deal be lost for a reason that the pipeline knows.

        Raises:
            InvalidError: at the pointer `at`.
        """
        if stage.kind is not StageKind.LOST:
            return
        if not reason:
            raise InvalidError.at(at, "Say why the deal is lost.")
        if self.lost_reasons and reason not in self.lost_reasons:
            known = ", ".join(self.lost_reasons)
            raise InvalidError.at(at, f"Choose one of the reasons of {self.name}: {known}.")

    def _way_to(self, stage: Stage) -> Iterable[Stage]:
        before = self.stages[: [each.id for each in self.stages].index(stage.id)]
        return (each for each in before if each.kind is StageKind.OPEN)

    def _stage(self, index: int, draft: StageDraft, ids: Ids) -> Stage:
        if draft.id is None:
            new = Stage(ids(), draft.name, draft.kind or StageKind.OPEN, draft.probability)
            return draft.upon(new)
        stage = self.stage(draft.id)
        if stage is None:
            raise InvalidError.at(f"/stages/{index}/id", f"{self.name} has no such stage.")
        if draft.kind not in {None, stage.kind}:
            raise InvalidError.at(
                f"/stages/{index}/kind", f"This stage is {stage.kind}. Leave that as it is."
            )
        return draft.upon(stage)


def _require_each_once(stages: tuple[Stage, ...]) -> None:
    ids = [stage.id for stage in stages]
    for index, stage_id in enumerate(ids):
        if stage_id in ids[:index]:
            raise InvalidError.at(f"/stages/{index}/id", "Name each stage once.")


def require_stages(stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
    """Stages that a pipeline can be made of.

    Raises:
        InvalidError: a name comes twice, or there is no open, no won or no lost stage.
    """
    names = [stage.name.casefold() for stage in stages]
    for index, name in enumerate(names):
        if name in names[:index]:
            raise InvalidError.at(f"/stages/{index}/name", "Another stage has this name already.")
    if missing := set(StageKind) - {stage.kind for stage in stages}:
        kinds = ", ".join(sorted(missing))
        raise InvalidError.at("/stages", f"Add at least one stage of each kind; missing: {kinds}.")
    return stages
