"""Counts and sums by stage, for the head of a board."""

from collections.abc import Iterator
from dataclasses import dataclass

from chalicelib.crm.model.tallies import StageTally, by_stage, seen_once
from chalicelib.crm.service.pipelines import Pipelines
from chalicelib.crm.service.ports import TallyRows
from portal.principals import OWNER_GRANT, Principal, employee_grant, head_grant


@dataclass(frozen=True)
class Tallies:
    """Answers at a cost that depends on the reader's grants, not on the deals."""

    rows: TallyRows
    pipelines: Pipelines

    def of(
        self, principal: Principal, pipeline_id: str, owner_id: str | None = None
    ) -> list[StageTally]:
        """The stages of a pipeline in their order, with the deals that the principal may see.

        Raises:
            NotFoundError: there is no such pipeline, or the principal may not see it.
        """
        stages = [stage.id for stage in self.pipelines.one(principal, pipeline_id).stages]
        by_grant = (self.rows.rows(pipeline_id, each, owner_id) for each in _grants(principal))
        return by_stage(stages, seen_once(by_grant))


def _grants(principal: Principal) -> Iterator[str]:
    """The grants of `listing_grants`, in the order that `seen_once` asks for."""
    if principal.is_owner:
        yield OWNER_GRANT
        return
    yield from map(head_grant, sorted(principal.headed_ids))
    yield employee_grant(principal.id)
