"""Pipelines."""

from chalicelib.crm.schemas.pipelines import NewPipeline, PipelineList, PipelineView
from chalicelib.crm.service.crm import Crm
from portal.ids import new_id
from portal.principals import Role
from portal.routes import STAFF, Answer, Routes, only

routes = Routes("crm")


@routes.get("/pipelines", STAFF)
def pipelines(crm: Crm) -> PipelineList:
    """All pipelines with their stages, the oldest first."""
    return PipelineList.of(crm.pipelines.all())


@routes.post("/pipelines", only(Role.OWNER))
def add_pipeline(crm: Crm, body: NewPipeline) -> Answer[PipelineView]:
    """Add a pipeline."""
    pipeline = crm.pipelines.add(body.name, body.to_stages(new_id))
    return Answer(PipelineView.model_validate(pipeline))
