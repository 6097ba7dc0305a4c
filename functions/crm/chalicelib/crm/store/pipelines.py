"""The pipelines of the company."""

from dataclasses import asdict

from chalicelib.crm.model.pipelines import Pipeline, Stage, StageKind
from chalicelib.crm.store.items import PipelineItem

_PARTITION = "pipelines"


class PipelineStore:
    """Pipelines in the table, the oldest first."""

    def pipelines(self) -> list[Pipeline]:
        """All of them."""
        return [_to_pipeline(item) for item in PipelineItem.query(_PARTITION, consistent_read=True)]

    def add_pipeline(self, pipeline: Pipeline) -> None:
        """Stores a new one."""
        stages = [asdict(stage) for stage in pipeline.stages]
        PipelineItem(_PARTITION, pipeline.id, name=pipeline.name, stages=stages).save()


def _to_pipeline(item: PipelineItem) -> Pipeline:
    stages = (Stage(**stage | {"kind": StageKind(stage["kind"])}) for stage in item.stages)
    return Pipeline(item.sk, item.name, tuple(stages))
