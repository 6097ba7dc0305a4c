"""The second factor and sessions as they are sent."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints

from chalicelib.people.model import OpenSession, SecurityKind, SecurityNote, SecurityPolicy
from chalicelib.people.schemas.passwords import Password
from chalicelib.people.service import Proof
from portal.principals import Role
from portal.wire import Instant, Request, Response

Code = Annotated[str, StringConstraints(max_length=64)]


class OwnPassword(Request):
    """The caller's own password, asked for anew."""

    password: Password


class OwnProof(OwnPassword):
    """The caller's own password, and a code of his app or for recovery."""

    code: Code

    def to_proof(self) -> Proof:
        """The domain's form."""
        return Proof(self.password, self.code)


class FactorView(Response):
    """Whether there is a second factor, whether there must be, and how many recovery codes are good."""

    enabled: bool
    required: bool
    codes_left: int


class EnrolmentView(Response):
    """What an authenticator app needs to know; `address` is what the QR code says."""

    secret: str
    address: str


class RecoveryCodes(Response):
    """Recovery codes, each good once; nobody sees them again."""

    items: list[str]


class NewPolicy(Request):
    """The roles that may not go without a second factor."""

    required_roles: Annotated[frozenset[Role], Field(max_length=len(Role))]


class PolicyView(Response):
    """The roles that may not go without a second factor."""

    required_roles: list[Role]

    @classmethod
    def of(cls, policy: SecurityPolicy) -> Self:
        """The domain's form as it is sent."""
        return cls(required_roles=sorted(policy.required_roles))


class OpenSessionView(Response):
    """Where somebody is signed in: `nearby` is the company's own network, `current` the one that asks.

    `by_provider` is one that began on the word of the company's own provider.
    """

    id: str
    device: str
    address: str
    nearby: bool
    begun_at: Instant
    used_at: Instant
    by_provider: bool
    current: bool


class SessionList(Response):
    """All sessions that go on; there is never a second page."""

    items: list[OpenSessionView]
    next: None = None

    @classmethod
    def of(cls, sessions: list[OpenSession], current_id: str | None) -> Self:
        """The domain's form as it is sent."""
        return cls(items=[_session(session, current_id) for session in sessions])


class SecurityNoteView(Response):
    """What happened to somebody's way in; `detail` is the device, how many codes were left, or the address at the provider."""

    id: str
    kind: SecurityKind
    at: Instant
    by: str
    detail: str

    @classmethod
    def of(cls, note: SecurityNote) -> Self:
        """The domain's form as it is sent."""
        return cls(id=note.id, kind=note.kind, at=note.at, by=note.actor.name, detail=note.detail)


def _session(session: OpenSession, current_id: str | None) -> OpenSessionView:
    return OpenSessionView(
        id=session.id,
        device=session.origin.device,
        address=session.origin.address,
        nearby=session.origin.nearby,
        begun_at=session.begun_at,
        used_at=session.used_at,
        by_provider=session.by_provider,
        current=session.id == current_id,
    )
