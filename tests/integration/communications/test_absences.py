"""A contact's absence, from his letter to the cards."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.integration.communications.company import Company, from_client
from tests.support.world import World

from chalicelib.crm.store import AbsenceStore, TraceStore
from portal.cards import CardKind, CardRef


@pytest.fixture
def company(world: World) -> Company:
    return Company(world)


def test_a_client_on_vacation_is_shown_until_he_writes_himself(company: Company) -> None:
    """On his own card and on his deal, with whom to turn to; an erasure forgets it."""
    day = datetime.now(UTC).date() + timedelta(days=20)
    told = f"Я в отпуске до {day:%d.%m.%Y}, меня замещает Иван Петров, ivan@romashka.example."
    company.letter("1", from_client(told, "Auto-Submitted: auto-replied\r\n"))
    seller = company.mail.as_(company.crm.seller)
    paths = [
        f"/crm/deals/{company.crm.deal}/absences",
        f"/crm/contacts/{company.crm.contact}/absences",
    ]
    for path in paths:
        (found,) = company.crm.api.get(path).json["items"]
        assert (found["kind"], found["since"], found["until"]) == ("vacation", None, str(day))
        assert found["substitute"]["address"] == "ivan@romashka.example"
        assert seller.get(f"/communications/{found['communication_id']}").status == 200
    company.letter("2", from_client("вернулся"))
    assert [company.crm.api.get(path).json["items"] for path in paths] == [[], []]
    TraceStore().forget_absence(CardRef(CardKind.CONTACT, company.crm.contact))
    assert AbsenceStore().absences([company.crm.contact]) == {}
