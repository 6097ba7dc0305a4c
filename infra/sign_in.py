"""The company's own provider, by which its people may sign in: what a stage says of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

NEWCOMERS = frozenset({"head", "employee", "hr", "accountant"})
"""The roles that somebody may be given whom nobody has invited; an owner is made by an owner."""

FUNCTIONS = ("api_handler", "claims", "consume")
"""What of people knows the provider."""

_HERE = frozenset({"localhost", "127.0.0.1"})
_LANGUAGES = {"ru", "en"}
_MARKUP = frozenset("<>&{}")
_NEEDED = {"oidc": ("issuer", "client_id"), "saml": ("metadata_url",)}


class BadSignInError(Exception):
    """The stage's table `sign_in` says too little, or something that cannot be."""


@dataclass(frozen=True)
class SignIn:
    """The table `[<stage>.sign_in]`.

    `name` is the provider's in the user pool, and `domain` the first part of the name under which the user pool
    speaks to it. `secret` names a secret in Secrets Manager that holds the provider's client secret as plain text.
    `label` is what stands on the button. Without `newcomers`, a role, only those come in whom an owner has added.
    `second_factor` is "provider" where it has asked for one already, and "portal" where it has not. With
    `trusted_addresses` an address is the person's even where the provider does not say that it has checked.
    """

    kind: str
    name: str
    domain: str
    label: Mapping[str, str]
    issuer: str = ""
    client_id: str = ""
    secret: str = ""
    metadata_url: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    domains: tuple[str, ...] = ()
    newcomers: str = ""
    passwords: bool = True
    second_factor: str = "portal"
    trusted_addresses: bool = False

    def __post_init__(self) -> None:
        for problem in self._problems():
            raise BadSignInError(f"sign_in in infra/stages.toml: {problem}")

    @classmethod
    def of(cls, table: Mapping[str, Any] | None) -> "SignIn | None":
        """What the table says, where there is one.

        Raises:
            BadSignInError: it cannot be.
        """
        if table is None:
            return None
        try:
            return cls(**{**table, "domains": tuple(table.get("domains", ()))})
        except TypeError as error:
            raise BadSignInError(f"sign_in in infra/stages.toml: {error}") from error

    def rules(self) -> str:
        """What the functions of people need to know, as one variable."""
        known = {
            "label": dict(self.label),
            "domains": [domain.casefold() for domain in self.domains],
            "newcomers": self.newcomers or None,
            "passwords": self.passwords,
            "second_factor": self.second_factor == "provider",
            "trusted_addresses": self.trusted_addresses,
        }
        return json.dumps(known, ensure_ascii=False, separators=(",", ":"))

    def _problems(self) -> list[str]:
        found = [f"kind {self.kind!r} is neither oidc nor saml"] if self.kind not in _NEEDED else []
        needed = _NEEDED.get(self.kind, ())
        found += [f"{name} is missing" for name in needed if not getattr(self, name)]
        found += [
            f"{address} is no https address" for address in self._addresses() if not _safe(address)
        ]
        if set(self.label) != _LANGUAGES:
            found.append("label needs ru and en")
        if any(_MARKUP & set(name) for name in self.label.values()):
            found.append("label is plain words, which stand in letters too")
        if self.newcomers and self.newcomers not in NEWCOMERS:
            found.append(f"newcomers is one of {', '.join(sorted(NEWCOMERS))}, or left out")
        if self.second_factor not in {"provider", "portal"}:
            found.append("second_factor is provider or portal")
        return found

    def _addresses(self) -> list[str]:
        return [address for address in (self.issuer, self.metadata_url) if address]


def _safe(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE)
