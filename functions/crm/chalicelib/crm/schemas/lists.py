"""The lists of contacts, companies and leads over HTTP."""

from dataclasses import replace
from typing import Literal

from chalicelib.crm.model.filters import Condition
from chalicelib.crm.model.sorting import Sort
from chalicelib.crm.schemas.filters import CompanyFilter, FilterQuery, LeadFilter, one_of
from chalicelib.crm.service.changes import Selection
from portal.principals import Principal
from portal.wire import PageQuery


class CompanyQuery(FilterQuery, PageQuery):
    """Which cards, and in which order: newest first unless another is named."""

    sort: Literal["-created", "created", "name", "-name", "updated", "-updated"] | None = None

    def to_selection(self, caller: Principal) -> Selection:
        """The domain's form."""
        return Selection(
            owner_id=self.owner(caller),
            sort=Sort(self.sort) if self.sort else None,
            conditions=self.conditions(caller),
        )


class ContactQuery(CompanyQuery, CompanyFilter):
    """Which contacts; of one company where it is named."""

    def to_selection(self, caller: Principal) -> Selection:
        """The domain's form."""
        return _with(super().to_selection(caller), *one_of("company", self.company_id))


class LeadQuery(CompanyQuery, LeadFilter):
    """Which leads; of some statuses where they are named."""

    def to_selection(self, caller: Principal) -> Selection:
        """The domain's form."""
        return _with(super().to_selection(caller), *self.lead_conditions())


def _with(which: Selection, *conditions: Condition) -> Selection:
    return replace(which, conditions=(*which.conditions, *conditions))
