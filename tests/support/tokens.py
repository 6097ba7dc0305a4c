"""Access tokens as the user pool would issue them, signed by a key of our own."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from portal.identity import CLAIM, Verifier, to_claim
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
    issued_at = datetime.now(UTC) - age
    values = {
        "sub": principal.id,
        "iss": ISSUER,
        "client_id": CLIENT_ID,
        "token_use": "access",
        "iat": int(issued_at.timestamp()),
        "exp": int((issued_at + timedelta(minutes=15)).timestamp()),
        CLAIM: to_claim(principal, issued_at),
    }
    return jwt.encode(values | claims, signing_key(), algorithm="RS256", headers={"kid": "test"})


def verifier() -> Verifier:
    """Accepts what `token_of` makes."""
    return Verifier(ISSUER, CLIENT_ID, Keys(), lambda _: None)
