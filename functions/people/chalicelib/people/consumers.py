"""What people reacts to."""

from collections.abc import Mapping
from typing import Any

from chalicelib.people.service import Claims, People, Reactions
from portal.consuming import EventHandler
from portal.errors import ConflictError
from portal.events import Event
from portal.identity import CLAIM
from portal.revocations import end_session, end_tokens


def on_person_changed(reactions: Reactions, event: Event) -> None:
    """Ends the sessions that the change forbids; the record itself already refuses new ones. Who left is not away."""
    end_tokens(event)
    if event.data["access_changed_at"] is None:
        return
    person = event.data["person"]
    reactions.directory.apply_access(person["id"], active=person["active"])
    if not person["active"]:
        reactions.absences.end_of(person["id"], event.actor)


def on_password_link_requested(reactions: Reactions, event: Event) -> None:
    """Sends the letter with the link, whose secret is made here and known to nobody else."""
    reactions.letters.send(event.data["link_id"])


def on_security_noted(reactions: Reactions, event: Event) -> None:
    """Tells the person by letter."""
    reactions.alerts.send(event.data["person_id"], event.data["note_id"])


def on_personal_data_erased(reactions: Reactions, event: Event) -> None:
    """The person's accounts are closed for good, and crm is answered."""
    reactions.erasing.erase(event.data, event.actor)


SUBSCRIPTIONS: Mapping[str, EventHandler] = {
    "crm.personal_data_erased.v1": on_personal_data_erased,
    "people.person_changed.v1": on_person_changed,
    "people.session_ended.v1": end_session,
    "people.password_link_requested.v1": on_password_link_requested,
    "people.security_noted.v1": on_security_noted,
}


def on_token_issued(claims: Claims, event: dict[str, Any]) -> dict[str, Any]:
    """Cognito's pre token generation trigger: the access token says who its bearer is to us.

    Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
    """
    if event.get("triggerSource") == "TokenGeneration_HostedAuth":
        # Somebody has come from the company's own provider; who it is of ours, and whether he comes in, is asked later.
        return event
    claim = claims.issue(event["userName"])
    token = {"claimsToAddOrOverride": {CLAIM: claim}}
    event["response"] = {"claimsAndScopeOverrideDetails": {"accessTokenGeneration": token}}
    return event


def add_first_owner(people: People, event: dict[str, Any]) -> dict[str, str | None]:
    """Adds the first owner of a new portal: ``{"id"}``, or ``{"id": None, "reason"}`` where people are already."""
    from chalicelib.people.schemas import NewOwner  # noqa: PLC0415  # called once in the life of a portal

    owner = NewOwner.model_validate(event)
    try:
        added = people.directory.add_first_owner(owner.name, owner.email, owner.password)
    except ConflictError as error:
        return {"id": None, "reason": str(error)}
    return {"id": added.id}
