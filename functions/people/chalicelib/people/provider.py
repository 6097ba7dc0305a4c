"""The company's own provider as an OpenID Connect issuer; in the cloud the user pool is one, and speaks to the other.

Source: https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth
"""

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

import jwt
import urllib3

from chalicelib.people.model.provider import Identity, distrusted
from chalicelib.people.model.tickets import Checks
from portal.errors import UnavailableError
from portal.settings import Settings
from portal.texts import normalise_email

_CALLBACK = "/sign-in/callback"
_DISCOVERY = "/.well-known/openid-configuration"
# Signatures by the issuer's own key alone: never none, and nothing that our public knowledge could sign.
_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"]
_REQUIRED = ["iss", "sub", "aud", "exp", "iat", "nonce"]
_LEEWAY_SECONDS = 30
_OK = 200
_SILENCE = "The sign-in provider does not answer. Try again in a moment."


class OidcProvider:
    """Asks one issuer by the authorisation code flow, as a client without a secret and with PKCE (RFC 7636).

    `name` is that of the provider in the user pool, so that nobody is asked which one he wants.
    """

    def __init__(self, issuer: str, client_id: str, redirect_uri: str, name: str | None) -> None:
        self._issuer = issuer
        self._client_id = client_id
        self._redirect_uri = redirect_uri
        self._more = {"identity_provider": name} if name else {}
        self._http = urllib3.PoolManager(
            timeout=urllib3.Timeout(connect=3, read=5), retries=urllib3.Retry(1, redirect=0)
        )

    @classmethod
    def of(cls, settings: Settings) -> "OidcProvider":
        """The one that the deployment names."""
        return cls(
            settings["PROVIDER_ISSUER"],
            settings["PROVIDER_CLIENT_ID"],
            settings["PORTAL_URL"].rstrip("/") + _CALLBACK,
            settings.get("PROVIDER_NAME"),
        )

    def address(self, state: str, checks: Checks) -> str:
        """Where the browser goes."""
        query = {
            "response_type": "code",
            "client_id": self._client_id,
            "redirect_uri": self._redirect_uri,
            "scope": "openid email profile",
            "state": state,
            "nonce": checks.nonce,
            "code_challenge": checks.challenge,
            "code_challenge_method": "S256",
            **self._more,
        }
        address = self._endpoints["authorization_endpoint"]
        return f"{address}{'&' if '?' in address else '?'}{urlencode(query)}"

    def identity(self, code: str, checks: Checks) -> Identity:
        """Whom a code is of."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._redirect_uri,
            "client_id": self._client_id,
            "code_verifier": checks.verifier,
        }
        answer = self._ask("POST", self._endpoints["token_endpoint"], form)
        claims = self._claims(str((answer or {}).get("id_token", "")))
        if claims["nonce"] != checks.nonce or claims.get("azp", self._client_id) != self._client_id:
            raise distrusted()
        return _identity(claims)

    def _claims(self, token: str) -> dict[str, Any]:
        try:
            return jwt.decode(
                token,
                self._key_of(token),
                algorithms=_ALGORITHMS,
                audience=self._client_id,
                issuer=self._endpoints["issuer"],
                leeway=_LEEWAY_SECONDS,
                options={"require": _REQUIRED},
            )
        except jwt.PyJWKClientConnectionError as error:
            raise UnavailableError(_SILENCE) from error
        except jwt.PyJWTError as error:
            raise distrusted() from error

    def _key_of(self, token: str) -> jwt.PyJWK:
        if "kid" in jwt.get_unverified_header(token):
            return self._keys.get_signing_key_from_jwt(token)
        # The key need not be named where there is but one (OpenID Connect Core, 10.1).
        known = self._keys.get_jwk_set().keys
        if len(known) != 1:
            raise distrusted()
        return known[0]

    @cached_property
    def _endpoints(self) -> Mapping[str, str]:
        found = self._ask("GET", self._issuer.rstrip("/") + _DISCOVERY)
        if not found or str(found.get("issuer")).rstrip("/") != self._issuer.rstrip("/"):
            raise UnavailableError(_SILENCE)
        return found

    @cached_property
    def _keys(self) -> jwt.PyJWKClient:
        return jwt.PyJWKClient(self._endpoints["jwks_uri"], timeout=5)

    def _ask(
        self, method: str, url: str, form: Mapping[str, str] | None = None
    ) -> dict[str, Any] | None:
        """The JSON of an answer, or None where we are refused."""
        fields = urlencode(form) if form else None
        headers = {"Accept": "application/json"}
        if form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            response = self._http.request(method, url, body=fields, headers=headers)
            if response.status >= 500:  # noqa: PLR2004  # any failure of theirs
                raise UnavailableError(_SILENCE)
            found = json.loads(response.data) if response.status == _OK else None
        except (urllib3.exceptions.HTTPError, ValueError) as error:
            raise UnavailableError(_SILENCE) from error
        return found if isinstance(found, dict) else None


def _identity(claims: Mapping[str, Any]) -> Identity:
    name = claims.get("name") or f"{claims.get('given_name', '')} {claims.get('family_name', '')}"
    return Identity(
        issuer=claims["iss"],
        subject=claims["sub"],
        email=_email(claims.get("email")),
        # Some say it in words: https://github.com/aws-amplify/amplify-js/issues/3772
        email_verified=claims.get("email_verified") in {True, "true"},
        name=str(name).strip(),
    )


def _email(claimed: object) -> str:
    try:
        return normalise_email(str(claimed or ""))
    except ValueError:
        return ""
