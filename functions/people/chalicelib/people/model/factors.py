"""The second factor: codes of an authenticator, and the recovery codes for whoever has lost it."""

import hashlib
from collections.abc import Iterable
from urllib.parse import quote, urlencode

from portal.errors import UnauthenticatedError
from portal.principals import Role
from portal.values import dataclass

CODE_NEEDED = "code_needed"
CODE_WRONG = "code_wrong"
RECOVERY_CODES = 10

_CODE_LENGTH = 6


class CodeNeededError(UnauthenticatedError):
    """The password is right, and a code is needed besides."""

    def __init__(self) -> None:
        super().__init__("Enter the code from your authenticator app.", CODE_NEEDED)


class WrongCodeError(UnauthenticatedError):
    """This code opens nothing."""

    def __init__(self) -> None:
        super().__init__(
            "The code is wrong or has been used. Enter the one that the app shows now.", CODE_WRONG
        )


@dataclass(frozen=True)
class Enrolment:
    """What an authenticator app needs to know: by a QR code, or typed in."""

    secret: str
    address: str


@dataclass(frozen=True)
class FactorState:
    """How a person proves who he is; `required` where his role does not let him go without."""

    enabled: bool
    required: bool
    codes_left: int


@dataclass(frozen=True)
class SecurityPolicy:
    """Which roles may not sign in without a second factor."""

    required_roles: frozenset[Role] = frozenset()
    version: int | None = None

    def requires(self, roles: Iterable[Role]) -> bool:
        """Whether one of the roles is among them."""
        return not self.required_roles.isdisjoint(roles)


def enrolment(secret: str, issuer: str, account: str) -> Enrolment:
    """What the QR code says.

    Source: https://github.com/google/google-authenticator/wiki/Key-Uri-Format
    """
    label = quote(f"{issuer}:{account}", safe="")
    query = urlencode({"secret": secret, "issuer": issuer}, quote_via=quote)
    return Enrolment(secret, f"otpauth://totp/{label}?{query}")


def plain(code: str) -> str:
    """The code without the spaces and hyphens that help to read it."""
    return "".join(sign for sign in code.casefold() if sign.isalnum())


def is_from_app(code: str) -> bool:
    """Whether an authenticator may show it; anything else can only be a recovery code."""
    return len(code) == _CODE_LENGTH and code.isascii() and code.isdecimal()


def digest(code: str) -> str:
    """What is kept of a recovery code: it is too random to be guessed from this."""
    return hashlib.sha256(plain(code).encode()).hexdigest()
