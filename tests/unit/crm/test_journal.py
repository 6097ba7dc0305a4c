"""What the journal of a card tells of its changes."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from tests.unit.crm.card_fakes import OFFER, OPEN

from chalicelib.crm.model.cards import Owner
from chalicelib.crm.model.contacts import Contact, Handle
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.fields import Field, FieldType
from chalicelib.crm.model.history import Hindrance, Names, PartKind, told
from chalicelib.crm.model.journal import Recorded, Turn, turns
from chalicelib.crm.model.stays import Spent
from portal.cards import CardKind, CardRef
from portal.money import Money
from portal.principals import SYSTEM

NOW = datetime(2026, 3, 2, tzinfo=UTC)
OWNER = Owner("owner", "Иван", frozenset({"sales"}))
CONTACT = Contact(id="c", owner=OWNER, created_at=NOW, updated_at=NOW, name="Пётр Ладогин")
DEAL = Deal(
    id="d",
    owner=OWNER,
    created_at=NOW,
    updated_at=NOW,
    title="Станок",
    pipeline_id="p",
    stage_id=OPEN.id,
    stage_kind=OPEN.kind,
    stage_since=NOW,
    amount=Money(Decimal("120000.50"), "RUB"),
)


def test_a_new_card_is_told_by_all_it_has() -> None:
    """Empty fields, bookkeeping and the id are no news."""
    assert turns(None, DEAL) == {
        "owner_id": Turn(None, "owner"),
        "title": Turn(None, "Станок"),
        "pipeline_id": Turn(None, "p"),
        "stage_id": Turn(None, OPEN.id),
        "amount": Turn(None, {"amount": "120000.50", "currency": "RUB"}),
    }


def test_only_what_differs_is_told() -> None:
    """Values stand in the form in which the API takes them, and an emptied one as nothing."""
    handles = (Handle("telegram", "@petr"),)
    before = replace(CONTACT, job_title="Инженер", emails=("a@x.example",))
    after = replace(CONTACT, handles=handles, participant_ids=frozenset({"b", "a"}))
    assert turns(before, after) == {
        "participant_ids": Turn(None, ["a", "b"]),
        "emails": Turn(["a@x.example"], None),
        "handles": Turn(None, [{"channel": "telegram", "value": "@petr"}]),
        "job_title": Turn("Инженер", None),
    }


def test_another_owner_and_the_same_one_in_another_department_differ() -> None:
    """The first is a decision about the card, the second happened to the employee."""
    other = replace(DEAL, owner=Owner("other", "Пётр"))
    assert turns(DEAL, other) == {"owner_id": Turn("owner", "other")}
    moved = replace(DEAL, owner=replace(OWNER, department_ids=frozenset({"service"})))
    assert turns(DEAL, moved) == {
        "owner": Turn(
            {"name": "Иван", "department_ids": ["sales"]},
            {"name": "Иван", "department_ids": ["service"]},
        )
    }


def test_a_move_is_told_by_its_stage_and_reason() -> None:
    """When it came there, and of which kind the stage is, follows."""
    moved = DEAL.moved(OFFER, NOW, Spent(), None)
    assert turns(DEAL, moved) == {"stage_id": Turn(OPEN.id, OFFER.id)}


def test_each_own_field_is_told_for_itself() -> None:
    """A change of one does not repeat the others; a removed one became empty, and zero and No are values."""
    before = replace(CONTACT, own={"a": "Сибирь", "b": 0, "c": "прежнее"})
    after = replace(CONTACT, own={"a": "Сибирь", "b": 5, "d": False})
    assert turns(before, after) == {
        "own.b": Turn(0, 5),
        "own.c": Turn("прежнее", None),
        "own.d": Turn(None, False),  # noqa: FBT003  # the value itself
    }


def test_a_card_that_the_reader_may_not_see_stays_unnamed() -> None:
    """He learns that there was one, and neither its name nor its id."""
    changed = {"contact_ids": Turn(["seen", "secret"], None), "owner_id": Turn("owner", "x")}
    recorded = Recorded("id", NOW, SYSTEM, 2, changed)
    names = Names({CardRef(CardKind.CONTACT, "seen"): "Анна"}, {"owner": "Иван"})
    contacts, owner = told(recorded, names, CardKind.DEAL).steps
    assert [(part.kind, part.text) for part in contacts.before] == [
        (PartKind.CARD, "Анна"),
        (PartKind.HIDDEN, None),
    ]
    assert "secret" not in repr(contacts)
    assert [part.text for part in (*owner.before, *owner.after)] == ["Иван", None]


def test_an_erased_value_is_told_as_erased() -> None:
    """Neither side of it is left, and it does not come back."""
    recorded = Recorded("id", NOW, SYSTEM, 2, {"name": Turn(None, None, erased=True)})
    (step,) = told(recorded, Names(), CardKind.CONTACT).steps
    assert (step.before, step.after, step.hindrance) == ((), (), Hindrance.ERASED)


def test_an_own_field_is_told_by_its_name_and_as_what_it_is() -> None:
    """A person by his name, a date as one, and what the company has no field for any more as it was written."""
    own = {
        "own.a": Field(id="a", kind=CardKind.DEAL, type=FieldType.PERSON, name="Инженер"),
        "own.b": Field(id="b", kind=CardKind.DEAL, type=FieldType.DATE, name="Монтаж"),
    }
    changed = {
        "own.a": Turn(None, "owner"),
        "own.b": Turn(None, "2026-03-02"),
        "own.c": Turn(None, "?"),
    }
    recorded = Recorded("id", NOW, SYSTEM, 2, changed)
    names = Names(people={"owner": "Иван"}, own=own)
    steps = told(recorded, names, CardKind.DEAL).steps
    found = [(step.label, step.after[0].kind, step.after[0].text) for step in steps]
    assert found == [
        ("Инженер", PartKind.PERSON, "Иван"),
        ("Монтаж", PartKind.DATE, "2026-03-02"),
        (None, PartKind.TEXT, "?"),
    ]
