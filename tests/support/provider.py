"""A provider that vouches for whom the code names, without a server: what it costs, and who may ask it, is the same."""

from collections.abc import Mapping

import pytest

from chalicelib.people.model.provider import Identity, distrusted
from chalicelib.people.model.tickets import Checks
from chalicelib.people.provider import OidcProvider

ISSUER = "https://id.test"
SETTINGS: Mapping[str, str] = {
    "PROVIDER": '{"label": {"ru": "Кейклоук", "en": "Keycloak"}, "domains": [], "newcomers": null,'
    ' "passwords": true, "second_factor": true, "trusted_addresses": false}',
    "PROVIDER_ISSUER": ISSUER,
    "PROVIDER_CLIENT_ID": "portal",
}
_CODE = "code of "


def settings() -> Mapping[str, str]:
    """What the deployment says of it."""
    return SETTINGS


def code_of(email: str) -> str:
    """The code with which somebody comes back."""
    return _CODE + email


def let_it_vouch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes the place of the one that would be asked over the network."""

    def address(_: OidcProvider, state: str, checks: Checks) -> str:
        return f"{ISSUER}/authorize?state={state}&nonce={checks.nonce}"

    def identity(_: OidcProvider, code: str, _checks: Checks) -> Identity:
        if not code.startswith(_CODE):
            raise distrusted()
        email = code.removeprefix(_CODE)
        return Identity(ISSUER, email, email, email_verified=True, name="Анна Ёлкина")

    monkeypatch.setattr(OidcProvider, "address", address)
    monkeypatch.setattr(OidcProvider, "identity", identity)
