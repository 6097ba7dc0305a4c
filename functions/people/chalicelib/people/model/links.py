"""Links by which a person sets a password: asked for, sent by letter, good once and not for long."""

import hashlib
import hmac
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.people.model.people import Person
from portal.values import dataclass

UNSENT_KEPT = timedelta(days=14)
"""As long as the queue keeps what could not be done: until then a letter may still be sent."""


class LinkKind(StrEnum):
    """Why there is a link."""

    RESET = "reset"
    INVITATION = "invitation"

    @property
    def lifetime(self) -> timedelta:
        """How long a link opens after its letter was sent."""
        return timedelta(hours=1) if self is LinkKind.RESET else timedelta(hours=72)


class LinkState(StrEnum):
    """How far its letter has come."""

    ASKED = "asked"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    SKIPPED = "skipped"

    @property
    def final(self) -> bool:
        """Whether nothing more will be sent."""
        return self not in {LinkState.ASKED, LinkState.SENDING}


@dataclass(frozen=True)
class PasswordLink:
    """One link. Of its secrets only the digests are known here; a letter sent again has another secret."""

    id: str
    kind: LinkKind
    email: str
    asked_at: datetime
    state: LinkState
    at: datetime
    expires_at: datetime
    person_id: str | None = None
    digests: frozenset[str] = frozenset()
    provider_id: str | None = None
    reason: str | None = None

    @property
    def kept_until(self) -> datetime:
        """When it may be forgotten."""
        return self.expires_at if self.state.final else self.asked_at + UNSENT_KEPT

    def being_sent(self, person: Person, secret: str, now: datetime) -> "PasswordLink":
        """The same link on its way to that person; its time runs from now."""
        return replace(
            self,
            state=LinkState.SENDING,
            at=now,
            expires_at=now + self.kind.lifetime,
            person_id=person.id,
            digests=self.digests | {_digest(secret)},
        )

    def ended(
        self,
        state: LinkState,
        now: datetime,
        *,
        provider_id: str | None = None,
        reason: str | None = None,
    ) -> "PasswordLink":
        """The same link when nothing more will be sent."""
        return replace(self, state=state, at=now, provider_id=provider_id, reason=reason)

    def opens_for(self, person: Person, secret: str, now: datetime) -> bool:
        """Whether the secret is of this link, and the link still good for that person.

        It is not after a password was set by any other, nor when the person has another address since.
        """
        known = any(hmac.compare_digest(_digest(secret), digest) for digest in self.digests)
        newer = person.password_set_at is None or self.asked_at > person.password_set_at
        return (
            known
            and newer
            and now < self.expires_at
            and person.active
            and person.email == self.email
        )


def asked(link_id: str, kind: LinkKind, email: str, now: datetime) -> PasswordLink:
    """A link that somebody asks for."""
    return PasswordLink(link_id, kind, email, now, LinkState.ASKED, now, now + kind.lifetime)


def to_token(link: PasswordLink, secret: str) -> str:
    """What the person is sent."""
    return f"{link.id}.{secret}"


def from_token(token: str) -> tuple[str, str]:
    """The id of the link and its secret; any text will do."""
    link_id, _, secret = token.partition(".")
    return link_id, secret


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
