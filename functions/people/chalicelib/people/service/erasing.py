"""The accounts of a person whose data are erased."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Protocol

from chalicelib.people.events import PersonalDataErased, PersonChanged
from chalicelib.people.model import Person
from chalicelib.people.service.ports import Accounts, Store
from portal.clock import Clock
from portal.events import Event
from portal.ids import Ids
from portal.paging import MAX_LIMIT, PageRequest
from portal.principals import Actor
from portal.values import dataclass

_NAME = "Данные стёрты"


class Erased(Protocol):
    """What is kept beside people, and what was answered to erasures."""

    def erase_beside(self, person_id: str) -> int:
        """Removes sessions, recovery codes and what touched signing in; their number."""
        ...

    def answer(self, erasure_id: str, step: int, event: Event) -> None:
        """Announces that a step is done; once more is no error."""


@dataclass(frozen=True)
class Erasing:
    """Closes the client accounts of contacts for good; a repetition finds them closed."""

    store: Store
    accounts: Accounts
    erased: Erased
    clock: Clock
    ids: Ids

    def erase(self, told: Mapping[str, Any], actor: Actor) -> None:
        """Ends the accounts' sessions, takes out who they were of, and answers only then.

        Raises:
            StaleVersionError: somebody saved one of them at this moment; to be tried again.
        """
        found = list(self._accounts(told["contact_ids"]))
        erased = sum(self._erase(person, actor) for person in found)
        account_ids = tuple(person.id for person in found)
        answer = PersonalDataErased(told["erasure_id"], told["step"], erased, account_ids, told)
        event = answer.to_event(self.ids(), self.clock())
        self.erased.answer(told["erasure_id"], told["step"], event)

    def _erase(self, before: Person, actor: Actor) -> int:
        now = self.clock()
        after = replace(
            before,
            name=_NAME,
            email=f"{before.id.lower()}@erased.invalid",
            phone=None,
            job_title=None,
            active=False,
        ).without_sessions(now)
        self.accounts.remove(before.id)
        if before.name != _NAME or before.active:
            event = PersonChanged.between(before, after, now).to_event(self.ids(), now, actor)
            self.store.save(after, before, event)
        return 1 + self.erased.erase_beside(before.id)

    def _accounts(self, contact_ids: Iterable[str]) -> Iterator[Person]:
        """Goes over all clients: which accounts a contact has is asked at no other time."""
        wanted = frozenset(contact_ids)
        cursor, more = None, bool(wanted)
        while more:
            page = self.store.clients(PageRequest(MAX_LIMIT, cursor))
            for named in page.items:
                person = self.store.person(named.id) if named.contact_id in wanted else None
                if person:
                    yield person
            cursor, more = page.next, page.next is not None
