"""How the demo company is made: by its own people, several at a time, each thing once."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import Any, TypeVar

from infra.local.demo import company
from infra.local.demo.client import Client

# A process starts for each call of a feature beside another, and on two cores consumers work meanwhile.
_AT_ONCE = 2

T = TypeVar("T")


@dataclass
class Maker:
    """Remembers the ids of what it made by the names that the company gives them."""

    portal_url: str
    smtp_address: tuple[str, int]
    ids: dict[str, str] = field(default_factory=dict)

    @cached_property
    def owner(self) -> Client:
        """The one who adds all the others."""
        return self._signed_in(company.OWNER)

    @cached_property
    def people(self) -> Mapping[str, Client]:
        """The company's people by their logins, each signed in once he is needed."""
        return _Once(self._signed_in)

    @cached_property
    def client(self) -> Client:
        """The company's client."""
        return self._signed_in(company.CLIENT)

    def make(
        self, key: str, maker: Client, path: str, body: Mapping[str, object]
    ) -> dict[str, Any]:
        """Makes something, the second time nothing, and remembers its id."""
        made = maker.post(path, body, f"demo-{key}")
        self.ids[key] = made["id"]
        return made

    def deal(self, key: str) -> dict[str, str]:
        """A deal as other features refer to it."""
        return {"kind": "deal", "id": self.ids[key]}

    @staticmethod
    def each(make: Callable[[T], object], things: Iterable[T]) -> None:
        """Makes several things at a time; the first failure is raised when all have ended."""
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for _ in pool.map(make, things):
                pass

    def _signed_in(self, login: str) -> Client:
        return Client(self.portal_url, address(login), company.PASSWORD)


class _Once(dict[str, Client]):
    """Signs in whoever is asked for."""

    def __init__(self, sign_in: Callable[[str], Client]) -> None:
        super().__init__()
        self._sign_in, self._lock = sign_in, Lock()

    def __missing__(self, login: str) -> Client:
        with self._lock:
            if login not in self:
                self[login] = self._sign_in(login)
        return self[login]


def address(login: str) -> str:
    """Where an account of the demo company gets its mail."""
    return f"{login}@{company.DOMAIN}"
