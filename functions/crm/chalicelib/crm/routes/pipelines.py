"""Pipelines."""

from chalicelib.crm.schemas.pipelines import (
    NewPipeline,
    PipelineList,
    PipelinePatch,
    PipelineView,
    Removal,
)
from chalicelib.crm.schemas.tallies import Tally, TallyQuery
from chalicelib.crm.service.crm import Crm
from portal.ids import new_id
from portal.principals import Principal, Role
from portal.routes import STAFF, Answer, Request, Routes, only

routes = Routes("crm")


@routes.get("/pipelines", STAFF)
def pipelines(crm: Crm, caller: Principal) -> PipelineList:
    """The pipelines that the caller may see with their stages, in the company's order."""
    return PipelineList.of(crm.pipelines.of(caller))


@routes.post("/pipelines", only(Role.OWNER))
def add_pipeline(crm: Crm, body: NewPipeline) -> Answer[PipelineView]:
    """Add a pipeline."""
    pipeline = crm.pipelines.add(body.name, body.to_stages(new_id), body.to_values())
    return Answer(PipelineView.model_validate(pipeline), version=pipeline.version)


@routes.patch("/pipelines/{pipeline_id}", only(Role.OWNER))
def change_pipeline(
    crm: Crm, caller: Principal, pipeline_id: str, body: PipelinePatch, request: Request
) -> Answer[PipelineView]:
    """Change a pipeline; its deals follow, however many there are."""
    changed = crm.pipelines.change(
        caller, pipeline_id, body.to_values(), body.to_drawing(), request.if_match
    )
    return Answer(PipelineView.model_validate(changed), version=changed.version)


@routes.delete("/pipelines/{pipeline_id}", only(Role.OWNER))
def remove_pipeline(
    crm: Crm, caller: Principal, pipeline_id: str, query: Removal, request: Request
) -> None:
    """Take a pipeline away; its deals go into a stage of another."""
    crm.pipelines.remove(caller, pipeline_id, query.into, request.if_match)


@routes.get("/pipelines/{pipeline_id}/tally", STAFF)
def tally(crm: Crm, caller: Principal, pipeline_id: str, query: TallyQuery) -> Tally:
    """How many deals the caller may see in each stage, and their sums."""
    conditions = query.all_conditions(caller)
    return Tally.of(crm.tallies.of(caller, pipeline_id, query.owner(caller), conditions))
