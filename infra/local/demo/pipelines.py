"""The demo company's pipelines, as `pipelines.toml` draws them, and how a deal has come through one."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infra.local.demo.company import Deal


@dataclass(frozen=True)
class Stage:
    """A deal stands there for too long after `most_days`; 0 is never."""

    name: str
    kind: str
    probability: int
    colour: str
    most_days: int

    def body(self) -> dict[str, object]:
        """As the portal is told."""
        told = {**vars(self), "most_days": self.most_days or None}
        return {name: value for name, value in told.items() if value is not None}


@dataclass(frozen=True)
class Pipeline:
    """Its last stage is for lost deals; `answer_within` is in working minutes."""

    stages: tuple[Stage, ...]
    preset: str
    answer_within: int
    lost_reasons: list[str]
    round_months: int | None = None

    @property
    def last(self) -> int:
        """The number of the stage of lost deals."""
        return len(self.stages) - 1

    def body(self) -> dict[str, object]:
        """As the portal is told, but for its name."""
        told = {**vars(self), "stages": [stage.body() for stage in self.stages]}
        return {name: value for name, value in told.items() if value is not None}

    def is_end(self, stage: int) -> bool:
        """Whether a deal there is won or lost."""
        return self.stages[stage].kind != "open"


def _told(row: dict[str, Any]) -> Pipeline:
    return Pipeline(**{**row, "stages": tuple(Stage(*stage) for stage in row["stages"])})


PIPELINES: Mapping[str, Pipeline] = {
    name: _told(row)
    for name, row in tomllib.loads(
        Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    ).items()
}


def steps(deal: Deal) -> list[int]:
    """The stages that a deal goes through after the first: two at most, and then the one where it stands."""
    line = PIPELINES[deal.pipeline]
    passed = [number for number in range(1, deal.stage) if not line.is_end(number)]
    return [*passed[-2:], deal.stage] if deal.stage else []


def ended(deal: Deal) -> bool:
    """Whether a deal is won or lost."""
    return PIPELINES[deal.pipeline].is_end(deal.stage)
