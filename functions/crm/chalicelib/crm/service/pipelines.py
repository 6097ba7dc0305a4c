"""The pipelines of the company, and where in them a deal may stand."""

from dataclasses import dataclass, replace

from chalicelib.crm.model.pipelines import Pipeline, Stage, StageDraft, require_stages
from chalicelib.crm.service.ports import PipelineBook
from portal.errors import InvalidError, NotFoundError, StaleVersionError
from portal.ids import Ids


@dataclass(frozen=True)
class Pipelines:
    """Adding pipelines and finding stages."""

    store: PipelineBook
    ids: Ids

    def all(self) -> list[Pipeline]:
        """All of them, the oldest first."""
        return self.store.pipelines()

    def one(self, pipeline_id: str) -> Pipeline:
        """A pipeline by its id.

        Raises:
            NotFoundError: there is none.
        """
        for pipeline in self.all():
            if pipeline.id == pipeline_id:
                return pipeline
        raise NotFoundError("There is no such pipeline.")

    def add(self, name: str, stages: tuple[Stage, ...]) -> Pipeline:
        """A new pipeline.

        Raises:
            InvalidError: the stages will not do.
        """
        return self.store.save_pipeline(Pipeline(self.ids(), name, require_stages(stages)))

    def change(
        self,
        pipeline_id: str,
        name: str | None,
        drafts: tuple[StageDraft, ...] | None,
        if_match: int | None,
    ) -> Pipeline:
        """The pipeline with another name, other stages, or both; None leaves what there is.

        Raises:
            NotFoundError: there is none.
            StaleVersionError: somebody saved after `if_match`, or at this moment.
            InvalidError, ConflictError: the stages will not do; see `Pipeline.redrawn`.
        """
        before = self.one(pipeline_id)
        if if_match not in {None, before.version}:
            raise StaleVersionError
        after = replace(before, name=name or before.name)
        if drafts is not None:
            after = after.redrawn(drafts, self.ids)
        return self.store.save_pipeline(after) if after != before else before

    def find(
        self, pipeline_id: str | None, stage_id: str | None, prefix: str = "/"
    ) -> tuple[Pipeline, Stage | None]:
        """The pipeline and, when it is named, the stage; a stage alone implies its pipeline.

        With neither it is the first pipeline. `prefix` is of the pointers in errors.

        Raises:
            InvalidError: there is no such pipeline or stage, or the stage is of another pipeline.
        """
        pipelines = self.all()
        if not pipelines:
            raise InvalidError.at(
                f"{prefix}pipeline_id", "There is no pipeline yet. An owner of the portal adds one."
            )
        pipeline = _pipeline(pipelines, pipeline_id, stage_id, prefix)
        if stage_id is None:
            return pipeline, None
        if stage := pipeline.stage(stage_id):
            return pipeline, stage
        raise InvalidError.at(f"{prefix}stage_id", f"{pipeline.name} has no such stage.")


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
