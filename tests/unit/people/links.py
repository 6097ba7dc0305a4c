"""The links of people, in memory."""

from datetime import datetime

from tests.unit.people.fakes import MemoryStore

from chalicelib.people.model import LinkState, PasswordLink
from portal.events import Event


class MemoryLinks:
    """The links of a table of people."""

    def __init__(self, store: MemoryStore) -> None:
        self._store = store

    def add(self, link: PasswordLink, event: Event) -> None:
        self._store.links[link.id] = link
        self._store.events.append(event)

    def link(self, link_id: str) -> PasswordLink | None:
        return self._store.links.get(link_id)

    def claim(self, link: PasswordLink, abandoned_before: datetime) -> bool:
        there = self._store.links[link.id]
        abandoned = there.state is LinkState.SENDING and there.at < abandoned_before
        if there.state is not LinkState.ASKED and not abandoned:
            return False
        self._store.links[link.id] = link
        return True

    def finish(self, link: PasswordLink) -> None:
        self._store.links[link.id] = link
