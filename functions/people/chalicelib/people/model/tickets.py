"""A sign-in by the provider while it is under way: begun in one browser, ended there once, within minutes."""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from enum import StrEnum

from portal.values import dataclass

LIFETIME = timedelta(minutes=10)


class Purpose(StrEnum):
    """What the provider's word is wanted for."""

    SIGN_IN = "sign-in"
    LINK = "link"


@dataclass(frozen=True)
class Ticket:
    """What is remembered meanwhile; the secret is the browser's, only its digest is known here."""

    id: str
    purpose: Purpose
    digest: str
    to: str
    expires_at: datetime
    person_id: str | None = None

    @property
    def state(self) -> str:
        """What goes to the provider and comes back."""
        return f"{self.purpose}.{self.id}"

    def opens_with(self, secret: str, now: datetime) -> bool:
        """Whether it is this browser's, and still good."""
        return now < self.expires_at and hmac.compare_digest(self.digest, _digest(secret))


@dataclass(frozen=True)
class Checks:
    """What ties the provider's answer to the browser's secret: both are made from it and told to nobody before."""

    secret: str

    @property
    def nonce(self) -> str:
        """What the ID token must repeat (OpenID Connect Core, 3.1.2.1)."""
        return _digest(f"nonce {self.secret}")

    @property
    def verifier(self) -> str:
        """What the code is exchanged with (RFC 7636, 4.1)."""
        return _unpadded(hashlib.sha256(f"verifier {self.secret}".encode()).digest())

    @property
    def challenge(self) -> str:
        """What the provider is told of the verifier beforehand, by S256 (RFC 7636, 4.2)."""
        return _unpadded(hashlib.sha256(self.verifier.encode("ascii")).digest())


def begun(
    ticket_id: str,
    purpose: Purpose,
    secret: str,
    now: datetime,
    *,
    to: str = "",
    person_id: str | None = None,
) -> Ticket:
    """A new one."""
    return Ticket(ticket_id, purpose, _digest(secret), to, now + LIFETIME, person_id)


def id_in(state: str) -> str:
    """The ticket's id in a state; any text will do."""
    return state.rpartition(".")[2]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _unpadded(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode("ascii")
