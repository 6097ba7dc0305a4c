"""Sessions as they are sent."""

from typing import Annotated, Self

from pydantic import StringConstraints

from chalicelib.people.model import Session
from chalicelib.people.schemas.passwords import Password
from chalicelib.people.schemas.people import PersonView
from portal.wire import Instant, Request, Response


class SignIn(Request):
    """An address and a password."""

    email: Annotated[str, StringConstraints(max_length=254)]
    password: Password


class SessionView(Response):
    """A session: the refresh token travels in the cookie alone."""

    access_token: str
    expires_at: Instant
    person: PersonView

    @classmethod
    def of(cls, session: Session) -> Self:
        """The domain's form as it is sent."""
        return cls(
            access_token=session.access_token,
            expires_at=session.expires_at,
            person=PersonView.of(session.person),
        )
