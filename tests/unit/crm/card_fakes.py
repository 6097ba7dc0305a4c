"""The company in memory: its cards, its pipelines, its people."""

from dataclasses import dataclass, replace
from itertools import count

from tests.unit.crm.card_store import (
    LOST,
    OFFER,
    OPEN,
    PIPELINE,
    REPAIR,
    SERVICES,
    WON,
    CompanyStore,
)
from tests.unit.crm.clock_fakes import Clock, OfficeHours
from tests.unit.crm.field_fakes import FieldShelf

from chalicelib.crm.service.access import Access
from chalicelib.crm.service.cards import Caller, CardBook
from chalicelib.crm.service.converting import Converting
from chalicelib.crm.service.deals import Deals
from chalicelib.crm.service.fields import Fields, OwnValues
from chalicelib.crm.service.following import Following
from chalicelib.crm.service.pipelines import Pipelines
from chalicelib.crm.service.rearranging import Rearranging
from chalicelib.crm.service.references import References
from chalicelib.crm.service.team import Team
from portal.ids import new_id
from portal.principals import Principal, Role

__all__ = ["LOST", "OFFER", "OPEN", "PIPELINE", "REPAIR", "SERVICES", "WON", "CompanyStore"]

SALES, SERVICE = "sales", "service"

SELLER = Principal("seller", "Иван Продавцов", frozenset({Role.EMPLOYEE}), frozenset({SALES}))
OTHER = Principal("other", "Пётр Соседов", frozenset({Role.EMPLOYEE}), frozenset({SERVICE}))
HEAD = Principal(
    "head", "Анна Главная", frozenset({Role.HEAD}), frozenset({SALES}), frozenset({SALES})
)
OTHER_HEAD = replace(HEAD, id="other-head", headed_ids=frozenset({SERVICE}))
OWNER = Principal("owner", "Ольга Хозяйкина", frozenset({Role.OWNER}))


def client_of(contact_id: str) -> Principal:
    """The client account of a contact."""
    return Principal("client", "Клиент", frozenset({Role.CLIENT}), contact_id=contact_id)


def asking(principal: Principal) -> Caller:
    """The principal with a token."""
    return Caller(principal, "Bearer token")


@dataclass
class Directory:
    """People's API in memory."""

    people: tuple[Principal, ...] = (SELLER, OTHER, HEAD, OTHER_HEAD, OWNER)

    def principal(self, authorization: str, employee_id: str) -> Principal | None:
        assert authorization == "Bearer token"
        return next((p for p in self.people if p.id == employee_id), None)


class Company:
    """The use cases on one store."""

    def __init__(self) -> None:
        self.store, self.clock, numbers = CompanyStore(), Clock(), count(1)
        self.shelf = FieldShelf()

        def ids() -> str:
            return f"id-{next(numbers):04}"

        access, people = Access(self.store), Directory()
        self.rearranging = Rearranging(
            self.store, self.store, self.store, OfficeHours(), self.clock, ids
        )
        self.access, self.pipelines = access, Pipelines(self.store, self.rearranging, ids)
        self.fields = Fields(self.shelf, self.pipelines, new_id)
        own, references = OwnValues(self.fields, self.shelf, people), References(access)
        parts = Team(people), references, own
        self.book = CardBook(self.store, self.store, *parts, self.clock, ids)
        self.deals = Deals(self.book, self.pipelines, self.store, OfficeHours())
        self.converting = Converting(self.book, self.deals)
        self.following = Following(self.store, self.store, self.clock, ids)
