"""The pipelines of the company, and where in them a deal may stand."""

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

from chalicelib.crm.model.pipelines import Pipeline, Stage, StageDraft, require_stages
from chalicelib.crm.service.ports import PipelineBook
from chalicelib.crm.service.rearranging import Rearranging
from portal.errors import ConflictError, InvalidError, NotFoundError, StaleVersionError
from portal.ids import Ids
from portal.principals import Principal
from portal.values import dataclass

Values = Mapping[str, Any]
"""Fields of a pipeline by their names, without the stages."""


@dataclass(frozen=True)
class Drawing:
    """All the stages as they shall be; the deals of one that is left out go where `into` says, by its id."""

    stages: tuple[StageDraft, ...]
    into: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Pipelines:
    """Drawing pipelines and finding stages."""

    store: PipelineBook
    rearranging: Rearranging
    ids: Ids

    def all(self) -> list[Pipeline]:
        """All of them, whoever asks, in the company's order."""
        return self.store.pipelines()

    def of(self, principal: Principal) -> list[Pipeline]:
        """Those that the principal may see."""
        return [pipeline for pipeline in self.all() if pipeline.is_for(principal)]

    def one(self, principal: Principal, pipeline_id: str) -> Pipeline:
        """A pipeline by its id.

        Raises:
            NotFoundError: there is none, or the principal may not see it.
        """
        return _one(self.of(principal), pipeline_id)

    def of_deal(self, pipeline_id: str) -> Pipeline:
        """The pipeline of a deal that somebody sees, whoever else may see the pipeline.

        Raises:
            NotFoundError: there is none any more.
        """
        return _one(self.all(), pipeline_id)

    def add(self, name: str, stages: tuple[Stage, ...], values: Values | None = None) -> Pipeline:
        """A new pipeline.

        Raises:
            InvalidError: the stages will not do.
        """
        pipeline = Pipeline(self.ids(), name, require_stages(stages), **(values or {}))
        return self.store.save_pipeline(pipeline)

    def change(
        self,
        owner: Principal,
        pipeline_id: str,
        values: Values,
        drawing: Drawing | None = None,
        if_match: int | None = None,
    ) -> Pipeline:
        """The pipeline with other values, other stages, or both; its deals follow.

        Raises:
            NotFoundError: there is none.
            StaleVersionError: somebody saved after `if_match`, or at this moment.
            ConflictError: deals stand in a stage that was left out, and nothing says where they go.
            InvalidError: the stages will not do; see `Pipeline.redrawn`.
        """
        before = self.one(owner, pipeline_id)
        if if_match not in {None, before.version}:
            raise StaleVersionError
        after = replace(before, **values)
        moves: dict[str, str] = {}
        if drawing is not None:
            after = after.redrawn(drawing.stages, self.ids)
            moves = self._moves(before, after, drawing.into)
        if after == before:
            return before
        return self.store.save_pipeline(
            after, moves, self.rearranging.begun(owner, before, after, moves)
        )

    def remove(
        self, owner: Principal, pipeline_id: str, into: str | None, if_match: int | None = None
    ) -> None:
        """Takes a pipeline away; its deals go into the stage `into` of another.

        Raises:
            NotFoundError: there is none.
            StaleVersionError: somebody saved after `if_match`, or at this moment.
            ConflictError: it is the last one, or deals stand in it and nothing says where they go.
            InvalidError: at ``?into``, the stage is of no other pipeline.
        """
        pipelines = self.of(owner)
        pipeline = _one(pipelines, pipeline_id)
        if if_match not in {None, pipeline.version}:
            raise StaleVersionError
        others = [each for each in pipelines if each.id != pipeline_id]
        if not others:
            raise ConflictError("This is the last pipeline. Add another before you remove it.")
        if into and not any(each.stage(into) for each in others):
            raise InvalidError.at("?into", "Choose a stage of another pipeline.")
        if into is None:
            self.rearranging.require_empty(pipeline)
        begun = self.rearranging.emptied(owner, pipeline, into or others[0].first_stage.id)
        self.store.remove_pipeline(pipeline, [begun])

    def find(
        self,
        principal: Principal,
        pipeline_id: str | None,
        stage_id: str | None,
        prefix: str = "/",
    ) -> tuple[Pipeline, Stage | None]:
        """The pipeline and, when it is named, the stage; a stage alone implies its pipeline.

        With neither it is the first pipeline of those that the principal may see. `prefix` is of the pointers in
        errors.

        Raises:
            InvalidError: there is no such pipeline or stage, or the stage is of another pipeline.
        """
        pipelines = self.of(principal)
        if not pipelines:
            raise InvalidError.at(
                f"{prefix}pipeline_id", "There is no pipeline yet. An owner of the portal adds one."
            )
        pipeline = _pipeline(pipelines, pipeline_id, stage_id, prefix)
        if stage_id is None:
            return pipeline, None
        return pipeline, stage_of(pipeline, stage_id, prefix)

    def _moves(self, before: Pipeline, after: Pipeline, into: Mapping[str, str]) -> dict[str, str]:
        """Where the deals of each removed stage go: as named, or, of an empty one, to the beginning."""
        moves = {}
        for stage in before.stages:
            if after.stage(stage.id):
                continue
            if stage.id not in into:
                self.rearranging.require_empty(before, stage)
            target = into.get(stage.id, after.first_stage.id)
            moves[stage.id] = stage_of(after, target, f"/into/{stage.id}/").id
        return moves


def stage_of(pipeline: Pipeline, stage_id: str, prefix: str = "/") -> Stage:
    """A stage of the pipeline.

    Raises:
        InvalidError: it has no such stage.
    """
    if stage := pipeline.stage(stage_id):
        return stage
    raise InvalidError.at(f"{prefix}stage_id", f"{pipeline.name} has no such stage.")


def _one(pipelines: list[Pipeline], pipeline_id: str) -> Pipeline:
    for pipeline in pipelines:
        if pipeline.id == pipeline_id:
            return pipeline
    raise NotFoundError("There is no such pipeline.")


def _pipeline(
    pipelines: list[Pipeline], pipeline_id: str | None, stage_id: str | None, prefix: str
) -> Pipeline:
    if pipeline_id:
        found = [each for each in pipelines if each.id == pipeline_id]
        pointer = "pipeline_id"
    elif stage_id:
        found = [each for each in pipelines if each.stage(stage_id)]
        pointer = "stage_id"
    else:
        found, pointer = pipelines, ""
    if not found:
        raise InvalidError.at(
            f"{prefix}{pointer}", f"There is no such {pointer.removesuffix('_id')}."
        )
    return found[0]
