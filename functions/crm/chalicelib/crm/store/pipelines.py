"""The pipelines of the company."""

from dataclasses import asdict

from chalicelib.crm.model.pipelines import Pipeline, Stage, StageKind
from chalicelib.crm.store.items import PipelineItem
from portal.dynamo import Writes
from portal.errors import StaleVersionError

_PARTITION = "pipelines"


class PipelineStore:
    """Pipelines in the table, the oldest first."""

    def pipelines(self) -> list[Pipeline]:
        """All of them."""
        return [_to_pipeline(item) for item in PipelineItem.query(_PARTITION, consistent_read=True)]

    def save_pipeline(self, pipeline: Pipeline) -> Pipeline:
        """Stores a new or a changed one."""
        item = PipelineItem(
            _PARTITION,
            pipeline.id,
            name=pipeline.name,
            stages=[asdict(stage) for stage in pipeline.stages],
        )
        if pipeline.version is not None:
            item.version = pipeline.version
        Writes().put(item, otherwise=StaleVersionError()).commit()
        return _to_pipeline(item)


def _to_pipeline(item: PipelineItem) -> Pipeline:
    stages = (Stage(**stage | {"kind": StageKind(stage["kind"])}) for stage in item.stages)
    return Pipeline(item.sk, item.name, tuple(stages), item.version)
