"""From an access token to a principal: every function verifies for itself, nothing is believed of the gateway."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from portal.clock import from_wire, to_wire
from portal.errors import UnauthenticatedError
from portal.principals import Principal, Role
from portal.values import dataclass

if TYPE_CHECKING:
    from jwt import PyJWK

CLAIM = "portal"
# Cognito's word for what all tokens of one signing in have in common:
# https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html
SESSION = "origin_jti"
ALGORITHM = "RS256"
_LEEWAY_SECONDS = 5


class SigningKeys(Protocol):
    """Where the issuer's public keys come from."""

    def get_signing_key_from_jwt(self, token: str) -> "PyJWK":
        """The key that the token's header names."""
        ...


@dataclass(frozen=True)
class Revocation:
    """The last change of a person's rights, if there was one lately, and the sessions that were ended."""

    changed_at: datetime | None = None
    session_ids: frozenset[str] = frozenset()


NOT_REVOKED = Revocation()


Revoked = Callable[[str], Revocation]
"""Which tokens of a person are honoured no more."""


@dataclass(frozen=True)
class Verifier:
    """Access tokens of one Cognito user pool's app client.

    Source: https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
    """

    issuer: str
    client_id: str
    keys: SigningKeys
    revoked: Revoked

    def principal(self, authorization: str | None) -> Principal:
        """Who bears the ``Authorization`` header.

        Raises:
            UnauthenticatedError: there is no valid token, its session was ended, or the person's rights changed
                after it was issued.
        """
        claims = self._claims(_bearer(authorization))
        principal, issued_at = from_claim(claims[CLAIM])
        session_id = claims.get(SESSION)
        revoked = self.revoked(principal.id)
        if revoked.changed_at and issued_at <= revoked.changed_at:
            raise UnauthenticatedError("Your rights have changed. Sign in again.")
        if session_id in revoked.session_ids:
            raise UnauthenticatedError("This session was ended. Sign in again.")
        return replace(principal, session_id=session_id)

    def _claims(self, token: str) -> dict[str, Any]:
        import jwt  # noqa: PLC0415  # brings cryptography, of which only requests have use

        try:
            key = self.keys.get_signing_key_from_jwt(token)
            claims = jwt.decode(
                token,
                key,
                algorithms=[ALGORITHM],
                issuer=self.issuer,
                leeway=_LEEWAY_SECONDS,
                options={"require": ["exp", "iat", "iss", "sub", CLAIM], "verify_aud": False},
            )
        except jwt.PyJWTError as error:
            raise UnauthenticatedError("Your session has ended. Sign in again.") from error
        # Cognito's access tokens carry the audience as client_id, and no aud.
        if claims.get("token_use") != "access" or claims.get("client_id") != self.client_id:
            raise UnauthenticatedError("This token was issued for something else. Sign in again.")
        return claims


def to_claim(principal: Principal, issued_at: datetime) -> str:
    """The principal as the text of one token claim."""
    return json.dumps(
        {
            "id": principal.id,
            "name": principal.name,
            "roles": sorted(principal.roles),
            "departments": sorted(principal.department_ids),
            "heads": sorted(principal.headed_ids),
            "contact": principal.contact_id,
            "at": to_wire(issued_at),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def from_claim(claim: str) -> tuple[Principal, datetime]:
    """The inverse of `to_claim`: the principal, and when the claim was made."""
    values: Mapping[str, Any] = json.loads(claim)
    principal = Principal(
        id=values["id"],
        name=values["name"],
        roles=frozenset(map(Role, values["roles"])),
        department_ids=frozenset(values["departments"]),
        headed_ids=frozenset(values["heads"]),
        contact_id=values["contact"],
    )
    return principal, from_wire(values["at"])


def principal_of_issued(token: str) -> Principal:
    """The principal of a token that the user pool has this moment given to us, and nobody else has touched."""
    import jwt  # noqa: PLC0415  # as above

    claims = jwt.decode(token, options={"verify_signature": False})
    return replace(from_claim(claims[CLAIM])[0], session_id=claims.get(SESSION))


def _bearer(authorization: str | None) -> str:
    scheme, _, token = (authorization or "").partition(" ")
    if scheme.casefold() != "bearer" or not token:
        raise UnauthenticatedError("Sign in, and send the access token as a bearer token.")
    return token.strip()
