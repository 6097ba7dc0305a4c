"""Pipelines: the stages that deals of one sort go through."""

from dataclasses import dataclass, replace
from enum import StrEnum

from portal.errors import ConflictError, InvalidError
from portal.ids import Ids


class StageKind(StrEnum):
    """Whether a deal in the stage goes on, or how it has ended."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


@dataclass(frozen=True)
class Stage:
    """A step of a pipeline; `probability` of winning is in per cent."""

    id: str
    name: str
    kind: StageKind
    probability: int


@dataclass(frozen=True)
class StageDraft:
    """A stage as it shall be: one there is, by its id, or a new one, which is open unless it says otherwise."""

    name: str
    probability: int
    kind: StageKind | None = None
    id: str | None = None


@dataclass(frozen=True)
class Pipeline:
    """Stages in their order. New deals begin in the first open one."""

    id: str
    name: str
    stages: tuple[Stage, ...]
    version: int | None = None

    @property
    def first_stage(self) -> Stage:
        """Where a deal begins."""
        return next(stage for stage in self.stages if stage.kind is StageKind.OPEN)

    def stage(self, stage_id: str) -> Stage | None:
        """One of the stages."""
        return next((stage for stage in self.stages if stage.id == stage_id), None)

    def redrawn(self, drafts: tuple[StageDraft, ...], ids: Ids) -> "Pipeline":
        """The pipeline with its stages renamed, put in another order, or more of them.

        A stage stays once it is there, and of the kind it was: deals may stand in it, and the history of those
        that went through it names it.

        Raises:
            InvalidError: a draft is of no stage here, comes twice, is of another kind, or as in `require_stages`.
            ConflictError: a stage was left out.
        """
        stages = tuple(self._stage(index, draft, ids) for index, draft in enumerate(drafts))
        _require_each_once(stages)
        kept = {stage.id for stage in stages}
        if lost := [stage.name for stage in self.stages if stage.id not in kept]:
            raise ConflictError(
                f"A stage cannot be removed. Rename it or move it to the end: {', '.join(lost)}."
            )
        return replace(self, stages=require_stages(stages))

    def _stage(self, index: int, draft: StageDraft, ids: Ids) -> Stage:
        if draft.id is None:
            return Stage(ids(), draft.name, draft.kind or StageKind.OPEN, draft.probability)
        stage = self.stage(draft.id)
        if stage is None:
            raise InvalidError.at(f"/stages/{index}/id", f"{self.name} has no such stage.")
        if draft.kind not in {None, stage.kind}:
            raise InvalidError.at(
                f"/stages/{index}/kind", f"This stage is {stage.kind}. Leave that as it is."
            )
        return replace(stage, name=draft.name, probability=draft.probability)


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
