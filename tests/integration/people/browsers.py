"""A browser between the portal and a provider."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from tests.support import issuer
from tests.support.http import Client, Reply


@dataclass(frozen=True)
class Browser:
    """One browser, which keeps its cookies."""

    client: Client

    def begin(self, **body: str) -> tuple[str, str]:
        """Where the provider is, and the cookie."""
        begun = self.client.post("/people/provider/tickets", body)
        assert begun.status == 201, begun.text
        return begun.json["address"], str(begun.headers["Set-Cookie"])

    def finish(self, answer: Mapping[str, str], cookie: str) -> Reply:
        """Coming back."""
        body = {"state": answer["state"], "code": answer["code"]}
        return self.client.post("/people/provider/sessions", body, Cookie=cookie.partition(";")[0])

    def come(self, subject: str, **body: str) -> Reply:
        """There and back."""
        address, cookie = self.begin(**body)
        return self.finish(issuer.consent(address, subject), cookie)


Open = Callable[[str], Browser]


def query_of(address: str) -> dict[str, str]:
    """What an address asks."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
