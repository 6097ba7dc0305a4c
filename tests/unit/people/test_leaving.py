"""Who leaves hands his work over."""

import pytest
from tests.unit.people.company import Company

from chalicelib.people.model import Person
from chalicelib.people.model.handing import WorkKind
from chalicelib.people.service.directory import PersonChanges
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
        company.owner.id: ["company", "contact", "deal", "mailbox", "reminder"],
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


@pytest.mark.parametrize("closes", [True, False])
def test_two_owners_who_depose_one_another_leave_one(company: Company, closes: bool) -> None:  # noqa: FBT001  # what it is tried with
    """Whoever was deposed a moment before deposes nobody, whatever his token still says."""
    first, second = company.owner, company.add("olga@demo.example", Role.OWNER)
    _depose(company, by=first, whom=second, closes=closes)
    with pytest.raises(ConflictError):
        _depose(company, by=second, whom=first, closes=not closes)
    left = company.directory.employee(first.id)
    assert left.active
    assert Role.OWNER in left.roles


def _depose(company: Company, by: Person, whom: Person, *, closes: bool) -> None:
    if closes:
        company.leaving.deactivate(by.to_principal(), whom.id, {}, None)
    else:
        changes = PersonChanges(roles=frozenset({Role.EMPLOYEE}))
        company.directory.change(by.to_principal(), whom.id, changes, None)
