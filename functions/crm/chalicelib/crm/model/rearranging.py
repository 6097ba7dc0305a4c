"""A pipeline's deals follow a change of the pipeline: many of them, a page at a time."""

from dataclasses import replace

from portal.principals import Actor
from portal.values import dataclass


@dataclass(frozen=True)
class Rearrangement:
    """How far it has come: `step` pages were done, `done` deals were changed, `found` of them since the beginning.

    It concerns the deals of a pipeline, or those of `stage_id` alone, which go into the stage `into`, or stay
    where they are without it. It begins again until it finds nothing to change: who came late is met then.
    """

    id: str
    pipeline_id: str
    actor: Actor
    stage_id: str | None = None
    into: str | None = None
    cursor: str | None = None
    step: int = 0
    done: int = 0
    found: int = 0
    version: int | None = None

    @property
    def place(self) -> str:
        """Which deals, as `Listing` has it."""
        return f"{self.pipeline_id}#{self.stage_id}#" if self.stage_id else f"{self.pipeline_id}#"

    def after(self, changed: int, cursor: str | None) -> "Rearrangement | None":
        """What is left after one more page, or None when all is done."""
        found = self.found + changed
        if cursor is None and found == 0:
            return None
        return replace(
            self,
            cursor=cursor,
            step=self.step + 1,
            done=self.done + changed,
            found=found if cursor else 0,
        )
