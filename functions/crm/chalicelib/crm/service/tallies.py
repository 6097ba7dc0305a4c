"""Counts and sums by stage, for the head of a board."""

from collections.abc import Iterator
from dataclasses import replace

from chalicelib.crm.model.filters import Condition, narrowest
from chalicelib.crm.model.tallies import StageTally, by_stage, looked_at, seen_once
from chalicelib.crm.service.access import listing_grants
from chalicelib.crm.service.changes import Listing, Selection
from chalicelib.crm.service.index import TallyRows
from chalicelib.crm.service.pipelines import Pipelines
from portal.cards import CardKind
from portal.principals import OWNER_GRANT, Principal, employee_grant, head_grant
from portal.values import dataclass

_MOST_OF_ALL, _MOST_OF_ONE = 1000, 300


@dataclass(frozen=True)
class Tallies:
    """Answers at a cost that depends on the reader's grants, not on the deals."""

    rows: TallyRows
    pipelines: Pipelines

    def of(
        self,
        principal: Principal,
        pipeline_id: str,
        owner_id: str | None = None,
        conditions: tuple[Condition, ...] = (),
    ) -> list[StageTally]:
        """The stages of a pipeline in their order, with the deals that the principal may see.

        With conditions the deals themselves are looked at: of all stages together, or where they are too many of each
        stage, only so many. What was not looked at is told, and not guessed.

        Raises:
            NotFoundError: there is no such pipeline, or the principal may not see it.
        """
        stages = [stage.id for stage in self.pipelines.one(principal, pipeline_id).stages]
        if conditions:
            which = Selection(owner_id, f"{pipeline_id}#", None, conditions)
            return list(
                self._looked(which.listing(CardKind.DEAL, listing_grants(principal)), stages)
            )
        by_grant = (self.rows.rows(pipeline_id, each, owner_id) for each in _grants(principal))
        return by_stage(stages, seen_once(by_grant))

    def _looked(self, listing: Listing, stages: list[str]) -> Iterator[StageTally]:
        seen = self.rows.look(listing, _MOST_OF_ALL)
        if not seen.more or not _by_stage(listing):
            yield from looked_at(stages, seen.facets, more=seen.more)
            return
        for stage in stages:
            of_stage = replace(listing, place=f"{listing.place}{stage}#")
            seen = self.rows.look_in_order(of_stage, _MOST_OF_ONE)
            yield from looked_at([stage], seen.facets, more=seen.more)


def _by_stage(listing: Listing) -> bool:
    """Whether there are no shorter shelves of what answers than those of the stages."""
    shelf = narrowest(listing.every_condition)
    passing = any(condition.passing for condition in listing.conditions)
    return not passing and (shelf is None or shelf.facet in {"pipeline", "stage"})


def _grants(principal: Principal) -> Iterator[str]:
    """The grants of `listing_grants`, in the order that `seen_once` asks for."""
    if principal.is_owner:
        yield OWNER_GRANT
        return
    yield from map(head_grant, sorted(principal.headed_ids))
    yield employee_grant(principal.id)
