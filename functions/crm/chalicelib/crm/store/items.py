"""The items of cards. A card is ``<kind>#<id>`` / ``card``, so that any kind can be read beside any other."""

from typing import Any

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    ListAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
    VersionAttribute,
)

from chalicelib.crm.store.table import TABLE

CARD = "card"


class CardItem(TABLE):
    """What every card has; reading a card of any kind as this gives its common part."""

    kind = UnicodeAttribute()
    id = UnicodeAttribute()
    title = UnicodeAttribute()
    owner_id = UnicodeAttribute()
    owner_name = UnicodeAttribute()
    owner_department_ids: UnicodeSetAttribute = UnicodeSetAttribute(null=True)
    participant_ids: UnicodeSetAttribute = UnicodeSetAttribute(null=True)
    audience: UnicodeSetAttribute = UnicodeSetAttribute()
    contact_ids: ListAttribute[Any] = ListAttribute(of=UnicodeAttribute, null=True)
    company_id = UnicodeAttribute(null=True)
    open = BooleanAttribute()
    successor = UnicodeAttribute(null=True)
    merged_into = UnicodeAttribute(null=True)
    merge_id = UnicodeAttribute(null=True)
    former_ids: ListAttribute[Any] = ListAttribute(of=UnicodeAttribute, null=True)
    created_at = UnicodeAttribute()
    updated_at = UnicodeAttribute()
    erased_at = UnicodeAttribute(null=True)
    description = UnicodeAttribute(null=True)
    own = JSONAttribute(null=True)
    version = VersionAttribute()


class PersonalItem(CardItem):
    """A card with ways to reach somebody."""

    emails: ListAttribute[Any] = ListAttribute(of=UnicodeAttribute, null=True)
    phones: ListAttribute[Any] = ListAttribute(of=UnicodeAttribute, null=True)


class ContactItem(PersonalItem):
    """``contact#<id>``."""

    handles = JSONAttribute(null=True)
    job_title = UnicodeAttribute(null=True)


class CompanyItem(PersonalItem):
    """``company#<id>``."""

    tax_id = UnicodeAttribute(null=True)
    domains: ListAttribute[Any] = ListAttribute(of=UnicodeAttribute, null=True)


class LeadItem(PersonalItem):
    """``lead#<id>``."""

    person_name = UnicodeAttribute(null=True)
    source = UnicodeAttribute(null=True)
    status = UnicodeAttribute()
    converted_to = JSONAttribute(null=True)


class DealItem(CardItem):
    """``deal#<id>``."""

    pipeline_id = UnicodeAttribute()
    stage_id = UnicodeAttribute()
    stage_kind = UnicodeAttribute()
    stage_since = UnicodeAttribute()
    amount = JSONAttribute(null=True)
    lost_reason = UnicodeAttribute(null=True)
    lost_note = UnicodeAttribute(null=True)
    pipeline_departments: UnicodeSetAttribute = UnicodeSetAttribute(null=True)
    round = NumberAttribute(null=True)
    contract_id = UnicodeAttribute(null=True)
    due_on = UnicodeAttribute(null=True)
    spent = JSONAttribute(null=True)


class IdentityItem(TABLE):
    """``identity#<kind>#<value>``: an identity belongs to one contact only."""

    contact_id = UnicodeAttribute()


class ListingItem(TABLE):
    """``list#<kind>#<grant>`` / card id: who holds the grant sees the card in lists, newest first."""


class OpenDealItem(TABLE):
    """``open#contact:<id>`` / deal id, while the deal is open."""


class StageMoveItem(TABLE):
    """``deal#<id>`` / ``stage#<instant>#<id>``: a line of the deal's stage log."""

    id = UnicodeAttribute()
    pipeline_id = UnicodeAttribute()
    from_stage_id = UnicodeAttribute(null=True)
    to_stage_id = UnicodeAttribute()
    at = UnicodeAttribute()
    actor_kind = UnicodeAttribute()
    actor_id = UnicodeAttribute()
    actor_name = UnicodeAttribute()
    reason = UnicodeAttribute(null=True)
    seconds = NumberAttribute(null=True)
    note = UnicodeAttribute(null=True)
    from_pipeline_id = UnicodeAttribute(null=True)
    to_name = UnicodeAttribute(null=True)
    pipeline_name = UnicodeAttribute(null=True)
    minutes = NumberAttribute(null=True)
    cause = UnicodeAttribute(null=True)


class PipelineItem(TABLE):
    """``pipelines``, one item each: a company has few, and they are read together."""

    name = UnicodeAttribute()
    stages = JSONAttribute()
    more = JSONAttribute(null=True)
    version = VersionAttribute()


class GuardItem(TABLE):
    """``guard#<pipeline>`` / part: the stages into which no deal comes any more."""

    closed: UnicodeSetAttribute = UnicodeSetAttribute(null=True)


class RearrangementItem(TABLE):
    """``rearrangement#<id>``: how far a pipeline's deals have followed a change of the pipeline."""

    values = JSONAttribute()
    version = VersionAttribute()


class HandOverItem(TABLE):
    """``hand-over#<id>`` / ``done``: have all cards of this hand-over changed hands?"""


class EmployeeItem(TABLE):
    """``employee#<id>``: what people last announced of an employee, and when."""

    name = UnicodeAttribute()
    department_ids: UnicodeSetAttribute = UnicodeSetAttribute(null=True)
    as_of = UnicodeAttribute()
