"""How far a deal has come, as its client is told."""

from typing import Self

from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.pipelines import Pipeline, StageKind
from portal.wire import Response


class StepView(Response):
    """A stage by its name alone: how likely it is to be won is the company's own."""

    id: str
    name: str
    kind: StageKind


class ProgressView(Response):
    """The stages of a deal in their order, without those in which deals are lost, and who looks after it."""

    stage_id: str
    stages: list[StepView]
    manager_id: str
    manager_name: str

    @classmethod
    def of(cls, deal: Deal, pipeline: Pipeline) -> Self:
        """The domain's form as it is sent."""
        shown = (stage for stage in pipeline.stages if stage.kind is not StageKind.LOST)
        return cls(
            stage_id=deal.stage_id,
            stages=[StepView.model_validate(stage) for stage in shown],
            manager_id=deal.owner.id,
            manager_name=deal.owner.name,
        )
