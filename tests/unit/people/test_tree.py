"""The departments as a tree."""

import pytest
from tests.unit.people.company import Company

from chalicelib.people.model import Department
from chalicelib.people.model.tree import DEEPEST, Tree
from chalicelib.people.service.departments import DepartmentChanges
from chalicelib.people.service.directory import PersonChanges
from portal.errors import InvalidError, NotAllowedError
from portal.identity import from_claim
from portal.ids import new_id
from portal.principals import Role, head_grant


@pytest.fixture
def company() -> Company:
    return Company()


def add(company: Company, name: str, parent: Department | None = None) -> Department:
    parent_id = parent.id if parent else None
    return company.departments.add(company.owner.to_principal(), name, None, parent_id)


def changed(company: Company, department: Department, changes: DepartmentChanges) -> Department:
    return company.departments.change(company.owner.to_principal(), department.id, changes, None)


def heads(company: Company, person_id: str) -> set[str]:
    principal, _ = from_claim(company.claims.issue(person_id))
    return set(principal.headed_ids)


def test_who_heads_a_department_heads_what_belongs_to_it(company: Company) -> None:
    """By the same grants, so that lists, cards and timelines follow the tree by themselves."""
    sales, other = add(company, "Сбыт"), add(company, "Монтаж")
    north = add(company, "Север", sales)
    city = add(company, "Псков", north)
    changed(company, sales, DepartmentChanges(head_id=company.seller.id))
    assert heads(company, company.seller.id) == {sales.id, north.id, city.id}
    principal, _ = from_claim(company.claims.issue(company.seller.id))
    assert head_grant(city.id) in principal.grants
    assert head_grant(other.id) not in principal.grants


def test_a_move_ends_the_tokens_of_those_whose_view_it_changes(company: Company) -> None:
    """The head of what it left, and the head of where it comes."""
    sales, other = add(company, "Сбыт"), add(company, "Монтаж")
    north = add(company, "Север", sales)
    changed(company, sales, DepartmentChanges(head_id=company.seller.id))
    changed(company, other, DepartmentChanges(head_id=company.owner.id))
    company.store.events.clear()
    changed(company, north, DepartmentChanges(parent_id=other.id))
    ended = {e.data["person"]["id"] for e in company.store.events if e.data["access_changed_at"]}
    assert ended == {company.seller.id, company.owner.id}
    assert heads(company, company.seller.id) == {sales.id}


def test_no_department_belongs_to_itself(company: Company) -> None:
    """By way of others neither, nor to one that there is not, nor without end."""
    sales = add(company, "Сбыт")
    north = add(company, "Север", sales)
    for parent_id in (sales.id, north.id, new_id()):
        with pytest.raises(InvalidError) as refusal:
            changed(company, sales, DepartmentChanges(parent_id=parent_id))
        assert refusal.value.errors[0].pointer == "/parent_id"
    lowest = north
    for level in range(DEEPEST - 2):
        lowest = add(company, str(level), lowest)
    with pytest.raises(InvalidError, match="levels"):
        add(company, "Ниже", lowest)
    assert changed(company, north, DepartmentChanges(parent_id=None)).parent_id is None


def test_a_circle_that_two_moves_at_once_have_made_ends() -> None:
    """Nothing waits for ever for what should never have been stored."""
    one, other = Department("1", "A", None, "2"), Department("2", "B", None, "1")
    assert Tree([one, other]).below({"1"}) == {"1", "2"}


def test_hr_draws_the_tree_and_gives_no_rights(company: Company) -> None:
    """Moving is allowed, and naming managers; saying who heads a department is not."""
    sales, north = add(company, "Сбыт"), add(company, "Север")
    nina = company.add("hr@demo.example", Role.HR)
    hr = nina.to_principal()
    moved = company.departments.change(hr, north.id, DepartmentChanges(parent_id=sales.id), None)
    assert moved.parent_id == sales.id
    with pytest.raises(NotAllowedError):
        company.departments.change(hr, sales.id, DepartmentChanges(head_id=nina.id), None)
    after = company.change(nina, company.seller, PersonChanges(manager_id=nina.id))
    assert after.manager_id == nina.id
    with pytest.raises(NotAllowedError):
        company.change(nina, company.seller, PersonChanges(roles=frozenset({Role.OWNER})))


def test_nobody_is_his_own_managers_manager(company: Company) -> None:
    """Nor his own, nor led by a stranger."""
    company.change(company.owner, company.seller, PersonChanges(manager_id=company.owner.id))
    for person, manager_id in (
        (company.owner, company.seller.id),
        (company.owner, company.owner.id),
        (company.seller, new_id()),
    ):
        with pytest.raises(InvalidError):
            company.change(company.owner, person, PersonChanges(manager_id=manager_id))
