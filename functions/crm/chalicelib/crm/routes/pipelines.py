"""Pipelines."""

from chalicelib.crm.schemas.pipelines import (
    NewPipeline,
    PipelineList,
    PipelinePatch,
    PipelineView,
    Tally,
    TallyQuery,
)
from chalicelib.crm.service.crm import Crm
from portal.ids import new_id
from portal.principals import Principal, Role
from portal.routes import STAFF, Answer, Request, Routes, only

routes = Routes("crm")


@routes.get("/pipelines", STAFF)
def pipelines(crm: Crm) -> PipelineList:
    """All pipelines with their stages, the oldest first."""
    return PipelineList.of(crm.pipelines.all())


@routes.post("/pipelines", only(Role.OWNER))
def add_pipeline(crm: Crm, body: NewPipeline) -> Answer[PipelineView]:
    """Add a pipeline."""
    pipeline = crm.pipelines.add(body.name, body.to_stages(new_id))
    return Answer(PipelineView.model_validate(pipeline), version=pipeline.version)


@routes.patch("/pipelines/{pipeline_id}", only(Role.OWNER))
def change_pipeline(
    crm: Crm, pipeline_id: str, body: PipelinePatch, request: Request
) -> Answer[PipelineView]:
    """Rename a pipeline, or add, rename and reorder its stages."""
    changed = crm.pipelines.change(pipeline_id, body.name, body.to_drafts(), request.if_match)
    return Answer(PipelineView.model_validate(changed), version=changed.version)


@routes.get("/pipelines/{pipeline_id}/tally", STAFF)
def tally(crm: Crm, caller: Principal, pipeline_id: str, query: TallyQuery) -> Tally:
    """How many deals the caller may see in each stage, and their sums."""
    return Tally.of(crm.tallies.of(caller, pipeline_id, query.owner_id))
