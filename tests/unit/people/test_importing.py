"""Lists of employees."""

import pytest
from tests.unit.people.company import Company

from chalicelib.people.schemas import EmployeeImport
from chalicelib.people.service import Importing
from portal.ids import new_id

ROWS = [
    {"name": "Ёлкина Анна", "email": "Anna@demo.example", "phone": "8 912 345-67-89"},
    {"name": "Глеб", "email": "gleb@demo.example", "department": "СБЫТ", "heads": True},
    {"name": "Кто-то", "email": "нет", "phone": "12"},
    {"name": "Нигде", "email": "no@demo.example", "department": "Нет такого"},
    {"name": "Продавец", "email": "seller@demo.example"},
    {"name": "Анна ещё раз", "email": "anna@demo.example"},
    {"name": "Чужой", "email": "client@demo.example", "roles": ["client"]},
]


@pytest.fixture
def company() -> Company:
    company = Company()
    company.departments.add(company.owner.to_principal(), "Сбыт", None)
    return company


def run(company: Company, **more: bool) -> list[str]:
    importing = Importing(
        company.store, company.accounts, company.departments, company.clock, new_id
    )
    body = EmployeeImport.model_validate({"rows": ROWS} | more)
    rows = body.to_rows(company.departments.all())
    results = importing.run(
        company.owner.to_principal(), rows, dry=body.dry_run, invite=body.invite
    )
    return [f"{result.outcome} {result.reason}".strip() for result in results]


def test_a_dry_run_says_what_would_be_and_stores_nothing(company: Company) -> None:
    """Each wrong row with all that is wrong with it."""
    people, events = dict(company.store.people), len(company.store.events)
    told = run(company)
    assert [line.split()[0] for line in told] == [
        "ready",
        "ready",
        "wrong",
        "wrong",
        "there",
        "there",
        "wrong",
    ]
    assert "e-mail" in told[2]
    assert "phone" in told[2]
    assert "Нет такого" in told[3]
    assert (company.store.people, len(company.store.events)) == (people, events)


def test_rows_are_added_once(company: Company) -> None:
    """A repetition finds them there; a wrong row leaves the others alone."""
    told = run(company, dry_run=False)
    assert [line.split()[0] for line in told] == [
        "added",
        "added",
        "wrong",
        "wrong",
        "there",
        "there",
        "wrong",
    ]
    gleb = company.store.person_by_email("gleb@demo.example")
    assert gleb
    assert company.departments.all()[0].head_id == gleb.id
    assert {line.split()[0] for line in run(company, dry_run=False)} == {"there", "wrong"}


@pytest.mark.parametrize("invite", [True, False])
def test_invitations_go_only_if_wanted(company: Company, invite: bool) -> None:  # noqa: FBT001  # pytest's way
    """Without one the person waits, and can be invited later."""
    run(company, dry_run=False, invite=invite)
    asked = [e for e in company.store.events if e.type == "people.password_link_requested"]
    assert len(asked) == (2 if invite else 0)
    anna = company.store.person_by_email("anna@demo.example")
    assert anna
    assert anna.invited
    assert anna.phone == "+79123456789"
