"""Own fields over HTTP: what they are, and the values of them that a card is sent."""

from collections.abc import Iterable
from typing import Annotated, Any, Self

from pydantic import Field as Constraint
from pydantic import JsonValue, StringConstraints, WithJsonSchema

from chalicelib.crm.model.fields import Field, FieldBook, FieldType, Group, OptionDraft
from portal.cards import CardKind
from portal.wire import Id, Line, Patch, Request, Response

_MOST_NAMED = 50

Name = Annotated[Line, StringConstraints(max_length=100)]
Help = Annotated[Line, StringConstraints(max_length=300)]
GroupName = Annotated[Line, StringConstraints(max_length=60)]
OptionName = Annotated[Line, StringConstraints(max_length=60)]
PipelineIds = Annotated[frozenset[Id], Constraint(max_length=_MOST_NAMED)]

OwnBody = Annotated[
    dict[
        str,
        Annotated[
            JsonValue,
            WithJsonSchema(
                {
                    "anyOf": [
                        {"type": "string"},
                        {"type": "boolean"},
                        {"type": "array", "items": {"type": "string"}},
                        {
                            "type": "object",
                            "required": ["amount"],
                            "properties": {
                                "amount": {"type": "string"},
                                "currency": {"type": "string"},
                            },
                        },
                        {"type": "null"},
                    ]
                }
            ),
        ],
    ],
    Constraint(max_length=_MOST_NAMED),
]
"""Values by the ids of fields; null empties one, and those not named stay."""

NewOwn = Annotated[OwnBody, Constraint(default_factory=dict)]


class OptionBody(Request):
    """An option as it shall be: by its id, or without one a new option."""

    id: Id | None = None
    name: OptionName
    retired: bool = False


Options = Annotated[tuple[OptionBody, ...], Constraint(max_length=_MOST_NAMED)]


def _values(body: "NewField | FieldPatch") -> dict[str, Any]:
    values = {name: getattr(body, name) for name in body.model_fields_set - {"kind"}}
    if "options" in values:
        drafts = (OptionDraft(each.name, each.retired, each.id) for each in values["options"])
        values["options"] = tuple(drafts)
    return values


class NewField(Request):
    """A field to add to all cards of a kind, or to the deals of some pipelines."""

    kind: CardKind
    type: FieldType
    name: Name
    help: Help | None = None
    group: GroupName | None = None
    required: bool = False
    personal: bool = False
    options: Options = ()
    pipeline_ids: PipelineIds = frozenset()

    def to_values(self) -> dict[str, Any]:
        """The domain's form."""
        return _values(self)


class FieldPatch(Patch):
    """The parts of a field to change; null empties what can be empty. A type changes only to a wider one."""

    emptied_by_null = frozenset({"help", "group"})

    type: FieldType | None = None
    name: Name | None = None
    help: Help | None = None
    group: GroupName | None = None
    required: bool | None = None
    hidden: bool | None = None
    personal: bool | None = None
    options: Options | None = None
    pipeline_ids: PipelineIds | None = None

    def to_values(self) -> dict[str, Any]:
        """The domain's form."""
        return _values(self)


class GroupBody(Request):
    """Fields that stand together, in their order; the group without a name comes without a heading."""

    name: GroupName | None = None
    field_ids: Annotated[tuple[Id, ...], Constraint(max_length=_MOST_NAMED)]


class FieldLayout(Request):
    """All fields of a kind of card, hidden ones too, in their groups and order."""

    kind: CardKind
    groups: Annotated[tuple[GroupBody, ...], Constraint(max_length=_MOST_NAMED)]

    def to_groups(self) -> tuple[Group, ...]:
        """The domain's form."""
        return tuple(Group(each.name, each.field_ids) for each in self.groups)


class FieldQuery(Request):
    """Of which kind of card; of all without one."""

    kind: CardKind | None = None


class OptionView(Response):
    """An option of a list."""

    id: str
    name: str
    retired: bool


class FieldView(Response):
    """An own field; `pipeline_ids` are empty when the deals of all pipelines have it."""

    id: str
    kind: CardKind
    type: FieldType
    name: str
    help: str | None
    group: str | None
    required: bool
    hidden: bool
    personal: bool
    options: list[OptionView]
    pipeline_ids: list[str]

    @classmethod
    def of(cls, field: Field) -> Self:
        """The domain's form as it is sent."""
        return cls(
            id=field.id,
            kind=field.kind,
            type=field.type,
            name=field.name,
            help=field.help,
            group=field.group,
            required=field.required,
            hidden=field.hidden,
            personal=field.personal,
            options=[OptionView.model_validate(option) for option in field.options],
            pipeline_ids=sorted(field.pipeline_ids),
        )


class FieldList(Response):
    """Fields in their order, those of a group one after the other; there is never a second page."""

    items: list[FieldView]
    next: None = None

    @classmethod
    def of(cls, books: Iterable[FieldBook]) -> Self:
        """The domain's form as it is sent."""
        return cls(items=[FieldView.of(field) for book in books for field in book.fields])
