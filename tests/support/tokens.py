"""Access tokens as the user pool would issue them, signed by a key of our own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from portal.identity import CLAIM, NOT_REVOKED, Verifier, to_claim
from portal.principals import Principal

ISSUER = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_test"
CLIENT_ID = "test-client"


@cache
def signing_key() -> rsa.RSAPrivateKey:
    """One key for the whole run: making one takes a tenth of a second."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass(frozen=True)
class Keys:
    """The issuer's public keys."""

    def get_signing_key_from_jwt(self, _: str) -> Any:
        """The only one."""
        return signing_key().public_key()


def token_of(principal: Principal, *, age: timedelta = timedelta(0), **claims: Any) -> str:
    """A token of that age; `claims` replace the usual ones."""
    claim = to_claim(principal, datetime.now(UTC) - age)
    return signed(principal.id, {CLAIM: claim} | claims, age=age)


def signed(subject: str, claims: Mapping[str, Any], *, age: timedelta = timedelta(0)) -> str:
    """A token of that age for the subject, with these claims besides the usual ones or instead of them."""
    values = {**usual_claims(subject, datetime.now(UTC) - age), **claims}
    return jwt.encode(values, signing_key(), algorithm="RS256", headers={"kid": "test"})


def usual_claims(subject: str, issued_at: datetime) -> dict[str, Any]:
    """What every access token says."""
    return {
        "sub": subject,
        "iss": ISSUER,
        "client_id": CLIENT_ID,
        "token_use": "access",
        "iat": int(issued_at.timestamp()),
        "exp": int((issued_at + timedelta(minutes=15)).timestamp()),
    }


def verifier() -> Verifier:
    """Accepts what `token_of` makes."""
    return Verifier(ISSUER, CLIENT_ID, Keys(), lambda _: NOT_REVOKED)
