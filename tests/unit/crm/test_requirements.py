"""What a stage requires of its deals, and why a deal may be lost."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from tests.unit.crm.card_fakes import LOST, OFFER, OPEN, PIPELINE, SELLER, WON, Company, asking

from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.service.conversions import Wanted
from chalicelib.crm.service.deals import Move
from portal.errors import InvalidError
from portal.money import Money

OWN = "own.01JD5B8Q3V7W2X4Y6Z8A0C1E8B"
PRICE = {"amount": Money(Decimal("10.00"), "RUB")}
STRICT = replace(
    PIPELINE,
    stages=(OPEN, replace(OFFER, required=("amount", OWN)), WON, LOST),
    lost_reasons=("Дорого", "Нет бюджета"),
)


@pytest.fixture
def deal(company: Company) -> Deal:
    company.store.lines = [STRICT]
    return company.deals.add(asking(SELLER), {"title": "Станок"})


def pointers(refusal: Any) -> list[str]:
    """Where the errors are."""
    return [error.pointer for error in refusal.value.errors]


@pytest.mark.parametrize("stage", [OFFER.id, WON.id])
def test_a_deal_comes_no_further_than_its_fields_allow(
    company: Company, deal: Deal, stage: str
) -> None:
    """From the stage on that requires them, each empty field is named; it may be lost from anywhere."""
    with pytest.raises(InvalidError) as refusal:
        company.deals.move(SELLER, deal.id, Move(stage))
    assert pointers(refusal) == ["/amount", f"/{OWN.replace('.', '/')}"]
    lost = company.deals.move(SELLER, deal.id, Move(LOST.id, reason="Дорого", note="Вдвое"))
    assert (lost.lost_reason, lost.lost_note) == ("Дорого", "Вдвое")


def test_a_filled_deal_comes_in_and_stays_filled(company: Company, deal: Deal) -> None:
    """What the stage requires cannot be emptied there, and can where it is not yet required."""
    own = {OWN.removeprefix("own."): "да"}
    company.store.stored[deal.ref] = replace(deal, own=own)
    company.deals.change(asking(SELLER), deal.id, PRICE, None)
    company.deals.change(asking(SELLER), deal.id, {"amount": None}, None)
    company.deals.change(asking(SELLER), deal.id, PRICE, None)
    company.deals.move(SELLER, deal.id, Move(OFFER.id))
    with pytest.raises(InvalidError) as refusal:
        company.deals.change(asking(SELLER), deal.id, {"amount": None}, None)
    assert pointers(refusal) == ["/amount"]


def test_nobody_begins_behind_the_requirement(company: Company, deal: Deal) -> None:
    """Neither a new deal nor a converted lead."""
    with pytest.raises(InvalidError) as refusal:
        company.deals.add(asking(SELLER), {"title": "Станок", "stage_id": OFFER.id})
    assert pointers(refusal)[0] == "/amount"
    company.store.lines = [replace(STRICT, stages=(replace(OPEN, required=("amount",)), WON, LOST))]
    lead = company.book.add(asking(SELLER), Lead, {"title": "Заявка"})
    with pytest.raises(InvalidError) as refusal:
        company.converting.convert(
            asking(SELLER), lead.id, Wanted({"name": "Пётр"}, deal={"title": "А"})
        )
    assert pointers(refusal) == ["/deal/amount"]


@pytest.mark.parametrize("reason", [None, "Просто так"])
def test_a_deal_is_lost_for_a_reason_of_the_list(
    company: Company, deal: Deal, reason: str | None
) -> None:
    """Neither without a reason nor for another one; a new deal is no exception."""
    with pytest.raises(InvalidError) as refusal:
        company.deals.move(SELLER, deal.id, Move(LOST.id, reason=reason))
    assert pointers(refusal) == ["/reason"]
    values = {"title": "Станок", "stage_id": LOST.id, "lost_reason": reason}
    with pytest.raises(InvalidError) as refusal:
        company.deals.add(asking(SELLER), values)
    assert pointers(refusal) == ["/lost_reason"]
