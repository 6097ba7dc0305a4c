"""Who sees a card, and why."""

from dataclasses import replace

from tests.unit.crm.card_fakes import (
    HEAD,
    OTHER,
    OTHER_HEAD,
    OWNER,
    SALES,
    SELLER,
    Company,
    Directory,
    asking,
)

from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.viewers import Reason, Viewer, Why
from chalicelib.crm.service.viewers import Viewers
from portal.principals import Principal


class Office(Directory):
    """The people of the fakes, as the directory lists them."""

    def staff(self, authorization: str) -> list[Principal]:
        assert authorization
        return list(self.people)

    def departments(self, authorization: str) -> dict[str, str]:
        assert authorization
        return {SALES: "Продажи"}


def viewers(company: Company, office: Office) -> Viewers:
    """The use case upon the fakes."""
    return Viewers(company.book, company.access, office)


def test_each_is_named_with_his_reasons(company: Company, contact: Contact) -> None:
    """The owner first, then who takes part, his head by the department, the portal's owner; nobody else."""
    team = {"participant_ids": frozenset({OTHER.id})}
    company.book.change(asking(SELLER), Contact, contact.id, team, None)
    sight = viewers(company, Office()).of(asking(SELLER), Contact, contact.id)
    assert sight.people == (
        Viewer(SELLER.id, SELLER.name, (Reason(Why.OWNER),)),
        Viewer(OTHER.id, OTHER.name, (Reason(Why.PARTICIPANT),)),
        Viewer(HEAD.id, HEAD.name, (Reason(Why.HEAD, "Продажи"),)),
        Viewer(OWNER.id, OWNER.name, (Reason(Why.PORTAL_OWNER),)),
    )
    assert [client.name for client in sight.clients] == [contact.name]
    assert OTHER_HEAD.id not in {each.id for each in sight.people}


def test_an_owner_who_left_is_named_all_the_same(company: Company, contact: Contact) -> None:
    """Whoever wonders why nobody answers learns whose the card is; whoever heads nothing any more is gone."""
    former = replace(HEAD, headed_ids=frozenset())
    sight = viewers(company, Office((former, OWNER))).of(asking(OWNER), Contact, contact.id)
    assert [each.id for each in sight.people] == [SELLER.id, OWNER.id]
