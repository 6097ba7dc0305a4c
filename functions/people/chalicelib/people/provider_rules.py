"""What a deployment says of the company's own provider, and what stands in its place where there is none.

Apart from the provider itself, whose signatures take a fifth of the time in which the functions start.
"""

import json

from chalicelib.people.model.provider import Identity, ProviderRules
from chalicelib.people.model.tickets import Checks
from portal.errors import NotFoundError
from portal.principals import Role
from portal.settings import Settings


class NoProvider:
    """What stands here where the company has none."""

    def address(self, _state: str, _checks: Checks) -> str:
        """Nowhere."""
        raise NotFoundError("The company has no provider of its own.")

    def identity(self, _code: str, _checks: Checks) -> Identity:
        """Nobody."""
        raise NotFoundError("The company has no provider of its own.")


NO_PROVIDER = NoProvider()


def rules_of(settings: Settings) -> ProviderRules | None:
    """What the deployment says of the provider, where there is one."""
    text = settings.get("PROVIDER")
    if not text:
        return None
    said = json.loads(text)
    return ProviderRules(
        label=said["label"],
        domains=frozenset(said["domains"]),
        newcomers=Role(said["newcomers"]) if said["newcomers"] else None,
        passwords=said["passwords"],
        second_factor=said["second_factor"],
        trusted_addresses=said["trusted_addresses"],
    )
