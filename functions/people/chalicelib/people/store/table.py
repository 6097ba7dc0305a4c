"""The table of people: its items, and the question that each index answers."""

from typing import Any

from pynamodb.attributes import (
    BooleanAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
    VersionAttribute,
)
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex

from portal import dynamo
from portal.dynamo import Item


class ByName(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]  # PynamoDB leaves it so
    """Who works here, in the order of names? Which clients have an account?"""

    class Meta:  # noqa: D106  # PynamoDB's word
        index_name = "by-name"
        projection = AllProjection()

    directory = UnicodeAttribute(hash_key=True)
    name_key = UnicodeAttribute(range_key=True)


class TABLE(Item):
    """The table itself; the stack reads its keys and indexes here."""

    class Meta(dynamo.Meta):  # noqa: D106  # PynamoDB's word
        table_name = "people"

    by_name = ByName()
    directory = UnicodeAttribute(null=True)
    name_key = UnicodeAttribute(null=True)


class PersonItem(TABLE):
    """``person#<id>``."""

    id = UnicodeAttribute()
    name = UnicodeAttribute()
    email = UnicodeAttribute()
    roles: UnicodeSetAttribute = UnicodeSetAttribute()
    department_ids: UnicodeSetAttribute = UnicodeSetAttribute(null=True)
    headed_ids: UnicodeSetAttribute = UnicodeSetAttribute(null=True)
    contact_id = UnicodeAttribute(null=True)
    phone = UnicodeAttribute(null=True)
    job_title = UnicodeAttribute(null=True)
    language = UnicodeAttribute()
    time_zone = UnicodeAttribute()
    active = BooleanAttribute()
    invited = BooleanAttribute(null=True)
    password_set_at = UnicodeAttribute(null=True)
    second_factor = BooleanAttribute(null=True)
    sessions_ended_at = UnicodeAttribute(null=True)
    manager_id = UnicodeAttribute(null=True)
    version = VersionAttribute()


class EmailItem(TABLE):
    """``email#<address>``: an address signs in one person only."""

    person_id = UnicodeAttribute()


class DepartmentItem(TABLE):
    """``departments``, one item each: a company has few, and they are read together."""

    name = UnicodeAttribute()
    head_id = UnicodeAttribute(null=True)
    parent_id = UnicodeAttribute(null=True)
    version = VersionAttribute()


class LinkItem(TABLE):
    """``password-link#<id>`` / ``link``: a link that sets a password, with the digests of what opens it."""

    kind = UnicodeAttribute()
    email = UnicodeAttribute()
    asked_at = UnicodeAttribute()
    state = UnicodeAttribute()
    at = UnicodeAttribute()
    good_until = UnicodeAttribute()
    person_id = UnicodeAttribute(null=True)
    digests: UnicodeSetAttribute = UnicodeSetAttribute(null=True)
    provider_id = UnicodeAttribute(null=True)
    reason = UnicodeAttribute(null=True)


class AttemptsItem(TABLE):
    """``attempts#<what>#<window>``: how often something was tried in a window of time."""

    attempts = NumberAttribute(default=0)


class SessionItem(TABLE):
    """``person#<id>`` / ``session#<id>``: where is this person signed in?"""

    device = UnicodeAttribute()
    address = UnicodeAttribute()
    begun_at = UnicodeAttribute()
    used_at = UnicodeAttribute()
    by_provider = BooleanAttribute(null=True)
    ended_at = UnicodeAttribute(null=True)


class TicketItem(TABLE):
    """``ticket#<id>`` / ``ticket``: what a sign-in by the provider is for, until it ends."""

    purpose = UnicodeAttribute()
    digest = UnicodeAttribute()
    to = UnicodeAttribute(null=True)
    person_id = UnicodeAttribute(null=True)
    good_until = UnicodeAttribute()


class IdentityItem(TABLE):
    """``identity#<key>`` / ``identity``: whom of ours is this one of the provider's people?"""

    person_id = UnicodeAttribute()


class ProviderLinkItem(TABLE):
    """``person#<id>`` / ``provider``: by which of them does this person sign in?"""

    key = UnicodeAttribute(null=True)
    email = UnicodeAttribute(null=True)
    at = UnicodeAttribute()


class FactorItem(TABLE):
    """``person#<id>`` / ``factor``: the digests of the recovery codes that are left."""

    digests: UnicodeSetAttribute = UnicodeSetAttribute(null=True)


class SecurityItem(TABLE):
    """``person#<id>`` / ``security#<id>``: what touched the way in which this person signs in, by time?"""

    kind = UnicodeAttribute()
    at = UnicodeAttribute()
    actor = UnicodeAttribute()
    detail = UnicodeAttribute(null=True)
    told_at = UnicodeAttribute(null=True)


class HandOverItem(TABLE):
    """``person#<id>`` / ``hand-over#<id>``: to whom did the work of this person go?"""

    to_id = UnicodeAttribute()
    kinds: UnicodeSetAttribute = UnicodeSetAttribute()


class AbsenceItem(TABLE):
    """``absences`` / person: who is away? ``absence-ended#<person>`` / event: whose end is being told?"""

    absence = UnicodeAttribute()


class PolicyItem(TABLE):
    """``settings`` / ``security``: what the company asks of those who sign in."""

    required_roles: UnicodeSetAttribute = UnicodeSetAttribute(null=True)
    version = VersionAttribute()
