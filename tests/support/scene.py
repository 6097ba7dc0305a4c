"""One company at work: its people in the directory, its records, and calls by each of its personas."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from chalicelib.people.events import PersonChanged
from chalicelib.people.model import Department, Person
from chalicelib.people.store import PeopleStore
from portal.cards import CardKind
from portal.clock import utc_now
from portal.ids import new_id
from portal.principals import SYSTEM, Principal
from tests.support.bus import Bus
from tests.support.http import Client, Reply
from tests.support.personas import (
    ENGINEERING,
    SALES,
    SUPPORT,
    Persona,
    cast,
    token_of,
)
from tests.support.records import Records, make
from tests.support.world import World

PASSWORD = "demo-Portal-1"


class Scene:
    """The company in a world of its own."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.company: dict[Persona, Principal] = cast()

    def call(
        self,
        persona: Persona,
        method: str,
        path: str,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """The answer that the persona gets from the feature in whose name the path begins."""
        feature = path.partition("?")[0].split("/")[1]
        if persona is Persona.REVOKED:
            self.world.revoke(feature, self.company[Persona.OWNER])
        client = self.world.client(feature, None, token_of(persona, self.company))
        return client.call(method, path, body, headers or {})

    def made(self, path: str, body: Any, by: Persona = Persona.SELLER) -> Any:
        """What the persona made with a POST, which must succeed."""
        reply = self.call(by, "POST", path, body)
        assert reply.status in {200, 201}, reply.text
        return reply.json

    def client(self, persona: Persona, feature: str) -> Client:
        """The feature's API as the persona."""
        return self.world.client(feature, None, token_of(persona, self.company))

    def id_of(self, persona: Persona) -> str:
        """The persona's id in the directory."""
        return self.company[persona].id

    @cached_property
    def directory(self) -> PeopleStore:
        """The table of people, with the company in it."""
        self.world.app("people")
        store = PeopleStore("people")
        for department_id, name in (
            (SALES, "Продажи"),
            (ENGINEERING, "Монтаж"),
            (SUPPORT, "Сервис"),
        ):
            store.save_department(Department(department_id, name), ())
        for persona, principal in self.company.items():
            person = _person(persona, principal)
            store.add(person, PersonChanged(person, None).to_event(new_id(), utc_now(), SYSTEM))
        return store

    @cached_property
    def records(self) -> Records:
        """The seller's records; the clients' accounts are bound to their contacts from now on."""
        assert self.directory
        made = make(self)
        self.become(Persona.CLIENT, made.ids[CardKind.CONTACT])
        self.become(Persona.OTHER_CLIENT, made.stranger_id)
        return made

    @cached_property
    def bus(self) -> Bus:
        """What carries events from feature to feature, when it is told to."""
        return Bus(self.world)

    def forget_events(self) -> None:
        """Lets the bus carry everything anew that stands on the tables."""
        self.__dict__.pop("bus", None)

    def become(self, persona: Persona, contact_id: str) -> None:
        """From now on the client account is that contact's."""
        self.company[persona] = replace(self.company[persona], contact_id=contact_id)


def _person(persona: Persona, principal: Principal) -> Person:
    return Person(
        principal.id,
        principal.name,
        f"{persona.name.lower()}@demo.example",
        principal.roles,
        principal.department_ids,
        principal.headed_ids,
        principal.contact_id,
    )
