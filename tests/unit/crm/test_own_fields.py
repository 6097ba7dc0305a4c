"""The fields that a company adds to its cards: their definitions."""

import pytest
from tests.unit.crm.card_fakes import PIPELINE, Company

from chalicelib.crm.model.fields import Field, FieldType, Group, OptionDraft
from chalicelib.crm.model.fields.book import MOST_FIELDS
from portal.cards import CardKind
from portal.errors import ConflictError, InvalidError, NotFoundError, StaleVersionError


def add(company: Company, name: str, type_: FieldType = FieldType.TEXT, **more: object) -> Field:
    """A new field of deals."""
    return company.fields.add(CardKind.DEAL, {"name": name, "type": type_, **more})[0]


def names(company: Company) -> list[tuple[str | None, str]]:
    """The groups and names of the fields of deals, in their order."""
    return [(each.group, each.name) for each in company.fields.of(CardKind.DEAL).fields]


def test_a_group_stands_together(company: Company) -> None:
    """A field goes to the end of its group, in whatever order the fields are added."""
    for name, group in (("Вес", "Груз"), ("Склад", None), ("Объём", "Груз")):
        add(company, name, group=group)
    assert names(company) == [("Груз", "Вес"), ("Груз", "Объём"), (None, "Склад")]


def test_fields_are_laid_out_anew(company: Company) -> None:
    """Groups are renamed and fields change places in one step; a field left out is an error."""
    one, two = add(company, "Вес", group="Груз"), add(company, "Склад")
    moved = (Group(None, (two.id,)), Group("Товар", (one.id,)))
    company.fields.lay_out(CardKind.DEAL, moved)
    assert names(company) == [(None, "Склад"), ("Товар", "Вес")]
    with pytest.raises(InvalidError, match="Name each field"):
        company.fields.lay_out(CardKind.DEAL, moved[:1])


def test_a_name_is_of_one_field(company: Company) -> None:
    """Whoever wants the name of a hidden field is told of that field."""
    field = add(company, "Вес")
    company.fields.change(field.id, {"hidden": True}, None)
    with pytest.raises(InvalidError, match="A hidden field"):
        add(company, "вес")


def test_a_field_is_marked_as_of_the_person(company: Company) -> None:
    """What stands in it is shown and erased with his data; no field is so by itself."""
    field = add(company, "Хобби")
    marked, _ = company.fields.change(field.id, {"personal": True}, None)
    assert (field.personal, marked.personal) == (False, True)


def test_a_type_changes_only_where_nothing_is_lost(company: Company) -> None:
    """A number is a text as well; a text need not be a number."""
    field = add(company, "Вес", FieldType.NUMBER)
    company.fields.change(field.id, {"type": FieldType.TEXT}, None)
    with pytest.raises(ConflictError, match="would lose"):
        company.fields.change(field.id, {"type": FieldType.NUMBER}, None)


def test_an_option_is_retired_rather_than_removed(company: Company) -> None:
    """The cards that have it keep it."""
    drafts = (OptionDraft("Красный"), OptionDraft("Синий"))
    field = add(company, "Цвет", FieldType.CHOICE, options=drafts)
    red, blue = field.options
    kept = OptionDraft("Голубой", id=blue.id)
    with pytest.raises(ConflictError, match="Красный"):
        company.fields.change(field.id, {"options": (kept,)}, None)
    retired = OptionDraft(red.name, retired=True, id=red.id)
    changed, _ = company.fields.change(field.id, {"options": (kept, retired)}, None)
    assert [(each.name, each.retired) for each in changed.options] == [
        ("Голубой", False),
        ("Красный", True),
    ]


@pytest.mark.parametrize(
    ("values", "pointer"),
    [
        ({"type": FieldType.CHOICE}, "/options"),
        ({"type": FieldType.TEXT, "options": (OptionDraft("Да"),)}, "/options"),
        (
            {"type": FieldType.CHOICE, "options": (OptionDraft("Да"), OptionDraft("да"))},
            "/options/1/name",
        ),
        ({"type": FieldType.TEXT, "pipeline_ids": frozenset({"none"})}, "/pipeline_ids"),
    ],
)
def test_parts_that_do_not_fit(company: Company, values: dict[str, object], pointer: str) -> None:
    """Each is told at its place, and no field is added."""
    with pytest.raises(InvalidError) as refused:
        company.fields.add(CardKind.DEAL, {"name": "Поле", **values})
    assert [error.pointer for error in refused.value.errors] == [pointer]
    assert names(company) == []


def test_only_deals_stand_in_pipelines(company: Company) -> None:
    """A field of contacts cannot be of some pipelines."""
    with pytest.raises(InvalidError, match="Only deals"):
        company.fields.add(
            CardKind.CONTACT,
            {"name": "Вес", "type": FieldType.TEXT, "pipeline_ids": frozenset({PIPELINE.id})},
        )


def test_there_is_an_end(company: Company) -> None:
    """The limit stands in the error."""
    for number in range(MOST_FIELDS):
        add(company, f"Поле {number}")
    with pytest.raises(ConflictError, match=f"at most {MOST_FIELDS}"):
        add(company, "Ещё одно")


def test_a_change_upon_an_older_state_is_refused(company: Company) -> None:
    """And a change of what there is not."""
    field, book = company.fields.add(CardKind.DEAL, {"name": "Вес", "type": FieldType.TEXT})
    company.fields.change(field.id, {"name": "Масса"}, book.version)
    with pytest.raises(StaleVersionError):
        company.fields.change(field.id, {"name": "Тоннаж"}, book.version)
    with pytest.raises(NotFoundError):
        company.fields.change("none", {"name": "Тоннаж"}, None)
