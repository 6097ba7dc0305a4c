"""Pipelines: the stages that deals of one sort go through."""

from dataclasses import dataclass
from enum import StrEnum

from portal.errors import InvalidError


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
class Pipeline:
    """Stages in their order. New deals begin in the first open one."""

    id: str
    name: str
    stages: tuple[Stage, ...]

    @property
    def first_stage(self) -> Stage:
        """Where a deal begins."""
        return next(stage for stage in self.stages if stage.kind is StageKind.OPEN)

    def stage(self, stage_id: str) -> Stage | None:
        """One of the stages."""
        return next((stage for stage in self.stages if stage.id == stage_id), None)


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
