"""Who leaves hands his work over."""

import pytest
from tests.unit.people.company import Company

from chalicelib.people.model.handing import WorkKind
from portal.errors import ConflictError, InvalidError, NotAllowedError, NotFoundError
from portal.ids import new_id
from portal.principals import Role

ALL = frozenset(WorkKind)


@pytest.fixture
def company() -> Company:
    return Company()


def test_work_goes_to_one_colleague_or_to_several(company: Company) -> None:
    """One announcement for each of them, with the kinds that are his; and the account is closed."""
    anna = company.add("anna@demo.example", Role.EMPLOYEE)
    recipients = dict.fromkeys(ALL, company.owner.id) | {WorkKind.LEAD: anna.id}
    gone = company.leaving.deactivate(
        company.owner.to_principal(), company.seller.id, recipients, None
    )
    assert not gone.active
    *handed, closed = company.store.events[-3:]
    assert {event.data["to"]["id"]: event.data["kinds"] for event in handed} == {
        company.owner.id: ["company", "contact", "deal", "reminder"],
        anna.id: ["lead"],
    }
    assert closed.data["access_changed_at"]


def test_nobody_receives_who_cannot_work_with_it(company: Company) -> None:
    """Not the one who leaves, nobody who has left, and no stranger; then the account stays open."""
    owner, anna = company.owner.to_principal(), company.add("anna@demo.example", Role.EMPLOYEE)
    company.leaving.deactivate(owner, anna.id, {}, None)
    for recipient in (company.seller.id, anna.id, new_id()):
        with pytest.raises(InvalidError) as refusal:
            company.leaving.deactivate(owner, company.seller.id, {WorkKind.DEAL: recipient}, None)
        assert refusal.value.errors[0].pointer == "/hand_over/deal"
    assert company.directory.employee(company.seller.id).active


def test_the_last_owner_stays(company: Company) -> None:
    """Nobody closes his own account, and whoever has left cannot leave again."""
    owner = company.owner.to_principal()
    with pytest.raises(NotAllowedError):
        company.leaving.deactivate(owner, owner.id, {}, None)
    company.leaving.deactivate(owner, company.seller.id, {}, None)
    with pytest.raises(ConflictError):
        company.leaving.deactivate(owner, company.seller.id, {}, None)
    with pytest.raises(NotFoundError):
        company.leaving.deactivate(owner, new_id(), {}, None)
