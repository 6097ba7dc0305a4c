"""The pipelines of the company."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from chalicelib.crm.model.pipelines import Colour, Pipeline, Preset, Stage, StageKind
from chalicelib.crm.model.rearranging import Rearrangement
from chalicelib.crm.store import guards, rearrangements
from chalicelib.crm.store.items import PipelineItem
from portal.dynamo import Writes
from portal.errors import StaleVersionError
from portal.events import Event

_PARTITION = "pipelines"
_STORED_APART = frozenset({"id", "name", "stages", "version"})

Begun = tuple[Rearrangement, Event]


class PipelineStore:
    """Pipelines in the table, in the company's order, the oldest first among equals."""

    def pipelines(self) -> list[Pipeline]:
        """All of them."""
        items = PipelineItem.query(_PARTITION, consistent_read=True)
        return sorted(map(_to_pipeline, items), key=lambda each: each.position)

    def save_pipeline(
        self, pipeline: Pipeline, closed: Iterable[str] = (), begun: Iterable[Begun] = ()
    ) -> Pipeline:
        """Stores a new or a changed one; no deal comes into the closed stages any more."""
        item = _to_item(pipeline)
        writes = Writes().put(item, otherwise=StaleVersionError())
        writes.extend(_following(pipeline, closed, begun)).commit()
        return _to_pipeline(item)

    def remove_pipeline(self, pipeline: Pipeline, begun: Iterable[Begun]) -> None:
        """Removes one; no deal comes into any of its stages any more."""
        writes = Writes().delete(
            _to_item(pipeline), PipelineItem.version == pipeline.version, StaleVersionError()
        )
        closed = [stage.id for stage in pipeline.stages]
        writes.extend(_following(pipeline, closed, begun)).commit()


def _following(pipeline: Pipeline, closed: Iterable[str], begun: Iterable[Begun]) -> Writes:
    writes = guards.closing(pipeline.id, closed)
    for work, event in begun:
        writes.put(rearrangements.to_item(work).announce(event))
    return writes


def _to_item(pipeline: Pipeline) -> PipelineItem:
    values: dict[str, Any] = asdict(pipeline)
    more = {name: value for name, value in values.items() if name not in _STORED_APART and value}
    item = PipelineItem(
        _PARTITION, pipeline.id, name=pipeline.name, stages=list(values["stages"]), more=more
    )
    if pipeline.version is not None:
        item.version = pipeline.version
    return item


def _to_pipeline(item: PipelineItem) -> Pipeline:
    more = dict(item.more or {})
    return Pipeline(
        item.sk,
        item.name,
        tuple(map(_to_stage, item.stages)),
        item.version,
        preset=Preset(more["preset"]) if "preset" in more else None,
        position=more.get("position", 0),
        department_ids=tuple(more.get("department_ids", ())),
        answer_within=more.get("answer_within"),
        lost_reasons=tuple(more.get("lost_reasons", ())),
        round_months=more.get("round_months"),
    )


def _to_stage(values: dict[str, Any]) -> Stage:
    return Stage(
        values["id"],
        values["name"],
        StageKind(values["kind"]),
        values["probability"],
        Colour(values.get("colour", Colour.GRAY)),
        tuple(values.get("required", ())),
        values.get("most_days"),
    )
