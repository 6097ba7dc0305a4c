"""The company's own provider, which vouches for people: what it says, and what it is believed."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from chalicelib.people.model.people import Person
from portal.errors import UnauthenticatedError
from portal.principals import Role
from portal.values import dataclass

_ACCOUNT = "provider."


@dataclass(frozen=True)
class ProviderRules:
    """What the deployment says of the provider.

    `label` is its name on the button, by language. Without a role for newcomers only those come in whom an owner
    has added. With `second_factor` the provider has asked for one already; with `trusted_addresses` an address is
    the person's even where the provider does not say that it has checked.
    """

    label: Mapping[str, str]
    domains: frozenset[str] = frozenset()
    newcomers: Role | None = None
    passwords: bool = True
    second_factor: bool = False
    trusted_addresses: bool = False

    def lets_by_password(self, person: Person) -> bool:
        """Whether the person may go in by a password: owners and clients always, or nobody could mend anything."""
        return self.passwords or person.is_client or Role.OWNER in person.roles


@dataclass(frozen=True)
class Identity:
    """Whom the provider vouches for; the address is case-folded."""

    issuer: str
    subject: str
    email: str
    email_verified: bool
    name: str

    @property
    def key(self) -> str:
        """By what the person is known again; what the provider calls him is kept nowhere."""
        return hashlib.sha256(f"{self.issuer}\n{self.subject}".encode()).hexdigest()

    @property
    def domain(self) -> str:
        """What stands behind the @."""
        return self.email.rpartition("@")[2]


@dataclass(frozen=True)
class ProviderLink:
    """By whom of the provider's people a person signs in; without a key he does not want to any more."""

    person_id: str
    key: str | None
    email: str
    at: datetime


class ProviderRefusedError(UnauthenticatedError):
    """The provider's word does not open the portal; `reason` is for the page that says so in the reader's language."""


def account_of(person_id: str) -> str:
    """The user name of the account that is opened on the provider's word, beside the one of the password."""
    return _ACCOUNT + person_id


def from_username(username: str) -> tuple[str, bool]:
    """Whose account it is, and whether it is opened on the provider's word."""
    return username.removeprefix(_ACCOUNT), username.startswith(_ACCOUNT)


def expired() -> ProviderRefusedError:
    """It took too long, was done already, or began in another browser."""
    return ProviderRefusedError(
        "This sign-in took too long or began in another window. Begin again.", "provider_expired"
    )


def distrusted() -> ProviderRefusedError:
    """What the provider sent is not what we asked it for."""
    return ProviderRefusedError(
        "The answer of the provider could not be verified. Begin again.", "provider_distrusted"
    )


def unverified() -> ProviderRefusedError:
    """Nobody knows whether the address is his."""
    return ProviderRefusedError(
        "The provider has not checked your e-mail address. Confirm it there, then sign in again.",
        "provider_unverified",
    )


def foreign(domain: str) -> ProviderRefusedError:
    """The address is none of the company's."""
    return ProviderRefusedError(
        f"Addresses of {domain} do not open this portal. Sign in with your work account.",
        "provider_foreign",
    )


def unknown(email: str) -> ProviderRefusedError:
    """Nobody has added him."""
    return ProviderRefusedError(
        f"Nobody has invited {email} to the portal. Ask an owner to add you.", "provider_unknown"
    )


def closed() -> ProviderRefusedError:
    """He has left."""
    return ProviderRefusedError(
        "This account is closed. Ask an owner of the portal.", "provider_closed"
    )


def linked_elsewhere() -> ProviderRefusedError:
    """Another of the provider's people is linked with this person, or the other way round."""
    return ProviderRefusedError(
        "Another account of the provider is linked here. Unlink it first, in Settings.",
        "provider_linked_elsewhere",
    )


def turned_off() -> ProviderRefusedError:
    """He has said that he does not want it."""
    return ProviderRefusedError(
        "You have turned this way in off. Sign in with the password, and turn it on in Settings.",
        "provider_turned_off",
    )


def code_asked() -> ProviderRefusedError:
    """He has, or must have, a second factor, which goes with the password."""
    return ProviderRefusedError(
        "You are asked for a code besides, which goes with the password. Sign in with those.",
        "provider_code_asked",
    )


def passwords_off() -> ProviderRefusedError:
    """Employees come by the provider alone."""
    return ProviderRefusedError(
        "Employees sign in through the company's own provider.", "provider_only"
    )
