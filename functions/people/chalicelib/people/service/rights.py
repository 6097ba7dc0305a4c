"""Who may change what of a person."""

from collections.abc import Mapping
from typing import Any

from chalicelib.people.model import Person
from chalicelib.people.service.ports import Store
from portal.errors import InvalidError, NotAllowedError
from portal.principals import Principal, Role

SELF_SERVICE = frozenset({"phone", "language", "time_zone"})
DEEPEST_CHAIN = 20
"""More managers above one another than any company has."""
OF_HR = frozenset({"phone", "job_title", "manager_id"})
"""What gives no rights."""


def require_right(actor: Principal, person: Person, changes: Mapping[str, Any]) -> None:
    """Lets a change pass that the actor may make.

    Raises:
        NotAllowedError: only an owner changes others, hr what gives no rights, everybody some of his own; and
            nobody takes the owner's role from himself.
    """
    own = actor.id == person.id
    by_hr = Role.HR in actor.roles and changes.keys() <= OF_HR
    if not actor.is_owner and not by_hr and not (own and changes.keys() <= SELF_SERVICE):
        raise NotAllowedError(
            "Only an owner changes this. Your own phone, language and time zone you change yourself."
        )
    keeps_power = changes.get("active", True) and Role.OWNER in changes.get("roles", person.roles)
    if own and actor.is_owner and not keeps_power:
        raise NotAllowedError(
            "Another owner has to take this right from you, so that the portal always has one."
        )


def guard_of(actor: Principal, before: Person, after: Person) -> str | None:
    """Whose being an owner the change stands on, so that two owners who depose one another leave one.

    A token may be a moment older than what it grants: the moment of the writing decides.
    """
    deposed = _is_owner(before) and not _is_owner(after)
    return actor.id if deposed and actor.id != before.id else None


def _is_owner(person: Person) -> bool:
    return person.active and Role.OWNER in person.roles


def require_manager(store: Store, person: Person, manager_id: str | None) -> None:
    """Lets a manager pass who is an employee; nobody is his own manager, by way of others neither.

    Raises:
        InvalidError: he is none, or it is a circle.
    """
    chain, link = {person.id}, manager_id
    while link is not None and link not in chain and len(chain) <= DEEPEST_CHAIN:
        chain.add(link)
        manager = store.person(link)
        if manager is None or manager.is_client:
            raise InvalidError.at("/manager_id", "The manager must be an employee.")
        link = manager.manager_id
    if link is not None:
        raise InvalidError.at("/manager_id", "Nobody can be his own manager's manager.")
