"""Sessions as they are sent."""

from typing import Annotated, Self

from pydantic import StringConstraints

from chalicelib.people.model import Session
from chalicelib.people.schemas.passwords import Password
from chalicelib.people.schemas.people import PersonView
from chalicelib.people.schemas.security import Code
from chalicelib.people.service import Proof
from portal.wire import Instant, Request, Response


class SignIn(Request):
    """An address and a password; the code only where it was asked for."""

    email: Annotated[str, StringConstraints(max_length=254)]
    password: Password
    code: Code = ""

    def to_proof(self) -> Proof:
        """The domain's form."""
        return Proof(self.password, self.code)


class SessionView(Response):
    """A session: the refresh token travels in the cookie alone.

    With `must_enrol` nothing is open but setting up a second factor; the next refresh brings the rights.
    """

    access_token: str
    expires_at: Instant
    person: PersonView
    must_enrol: bool

    @classmethod
    def of(cls, session: Session) -> Self:
        """The domain's form as it is sent."""
        return cls(
            access_token=session.access_token,
            expires_at=session.expires_at,
            person=PersonView.of(session.person),
            must_enrol=session.must_enrol,
        )
