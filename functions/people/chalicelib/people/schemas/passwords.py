"""Passwords and the links to them as they are sent."""

from typing import Annotated, Self

from pydantic import StringConstraints

from chalicelib.people.model import LinkKind, PasswordLink, Person
from portal.wire import Request, Response

Password = Annotated[str, StringConstraints(max_length=256)]


class PasswordReset(Request):
    """The address of somebody who cannot sign in."""

    email: Annotated[str, StringConstraints(max_length=254)]


class LinkToken(Request):
    """What stands in the address of a link from a letter."""

    token: Annotated[str, StringConstraints(max_length=200)]


class LinkPassword(LinkToken):
    """A password to set by a link from a letter."""

    password: Password


class NewPassword(Request):
    """A password to set."""

    password: Password


class LinkView(Response):
    """Whose password a link sets, and why."""

    name: str
    email: str
    kind: LinkKind

    @classmethod
    def of(cls, link: PasswordLink, person: Person) -> Self:
        """The domain's form as it is sent."""
        return cls(name=person.name, email=person.email, kind=link.kind)
