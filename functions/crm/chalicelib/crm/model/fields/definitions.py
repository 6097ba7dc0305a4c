"""One own field: its name, its type, and what depends on the type."""

from dataclasses import field, replace
from enum import StrEnum

from portal.cards import CardKind
from portal.errors import ConflictError, InvalidError
from portal.ids import Ids
from portal.values import dataclass

MOST_OPTIONS = 50


class FieldType(StrEnum):
    """What stands in a field."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    CHOICE = "choice"
    CHOICES = "choices"
    PERSON = "person"
    YES_NO = "yes_no"
    FILE = "file"
    LINK = "link"
    EMAIL = "email"
    PHONE = "phone"

    @property
    def has_options(self) -> bool:
        """Whether its values are chosen from a list."""
        return self in {FieldType.CHOICE, FieldType.CHOICES}

    def becomes(self, other: "FieldType") -> bool:
        """Whether each value of this type is one of the other as well."""
        return self is other or other in _WIDER.get(self, ())


_TEXTS = frozenset({FieldType.TEXT, FieldType.LONG_TEXT})
# An address can be longer than a line.
_WIDER = {
    FieldType.TEXT: frozenset({FieldType.LONG_TEXT}),
    FieldType.NUMBER: _TEXTS,
    FieldType.DATE: _TEXTS,
    FieldType.LINK: frozenset({FieldType.LONG_TEXT}),
    FieldType.EMAIL: frozenset({FieldType.LONG_TEXT}),
    FieldType.PHONE: _TEXTS,
}


@dataclass(frozen=True)
class Option:
    """What can be chosen in a list; a retired one stands where it was chosen, and is offered no more."""

    id: str
    name: str
    retired: bool = False


@dataclass(frozen=True)
class OptionDraft:
    """An option as it shall be: one there is, by its id, or a new one."""

    name: str
    retired: bool = False
    id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Field:
    """A field of all cards of a kind, or only of the deals of `pipeline_ids` where there are any.

    A hidden field is shown nowhere; its values stay, and come back with it. What stands in a `personal` one is of the
    person whose card it is, and goes when his data are erased.
    """

    id: str
    kind: CardKind
    type: FieldType
    name: str
    help: str | None = None
    group: str | None = None
    required: bool = False
    hidden: bool = False
    personal: bool = False
    options: tuple[Option, ...] = ()
    pipeline_ids: frozenset[str] = field(default_factory=frozenset)

    def applies(self, pipeline_id: str | None) -> bool:
        """Whether cards have it; a deal stands in a pipeline."""
        return not self.pipeline_ids or pipeline_id in self.pipeline_ids

    def option(self, option_id: str) -> Option | None:
        """One of the options."""
        return next((option for option in self.options if option.id == option_id), None)

    def offering(self, former: object) -> "Field":
        """The field as it is for a card that has options already: those may stay, retired or not."""
        chosen = former if isinstance(former, list) else [former]
        options = (replace(o, retired=o.retired and o.id not in chosen) for o in self.options)
        return replace(self, options=tuple(options))

    def retyped(self, wanted: FieldType) -> "Field":
        """The field with another type that all its values fit.

        Raises:
            ConflictError: values could be lost.
        """
        if not self.type.becomes(wanted):
            raise ConflictError(
                "This type would lose what is written on the cards. Hide the field and add another one."
            )
        return replace(self, type=wanted)

    def with_options(self, drafts: tuple[OptionDraft, ...], ids: Ids) -> "Field":
        """The field with its options renamed, retired, in another order, or more of them.

        Raises:
            InvalidError: the field is no list, a draft is of no option here, or names one twice.
            ConflictError: an option was left out, so that the cards that have it would lose it.
        """
        options = tuple(self._option(index, draft, ids) for index, draft in enumerate(drafts))
        kept = {option.id for option in options}
        if lost := [option.name for option in self.options if option.id not in kept]:
            raise ConflictError(
                f"An option cannot be removed. Retire it or rename it: {', '.join(lost)}."
            )
        return replace(self, options=options).checked()

    def checked(self) -> "Field":
        """The same, when its parts fit each other.

        Raises:
            InvalidError: a list without options or options without a list, or pipelines of what is no deal.
        """
        if self.type.has_options:
            _require_options(self.options)
        elif self.options:
            raise InvalidError.at("/options", "Only a list has options.")
        if self.pipeline_ids and self.kind is not CardKind.DEAL:
            raise InvalidError.at("/pipeline_ids", "Only deals stand in pipelines.")
        return self

    def _option(self, index: int, draft: OptionDraft, ids: Ids) -> Option:
        if draft.id is None:
            return Option(ids(), draft.name, draft.retired)
        if self.option(draft.id) is None:
            raise InvalidError.at(f"/options/{index}/id", "This list has no such option.")
        return Option(draft.id, draft.name, draft.retired)


def _require_options(options: tuple[Option, ...]) -> None:
    if not options:
        raise InvalidError.at("/options", "Write at least one option to choose.")
    if len(options) > MOST_OPTIONS:
        raise InvalidError.at("/options", f"A list has at most {MOST_OPTIONS} options.")
    names = [option.name.casefold() for option in options]
    ids = [option.id for option in options]
    for index, name in enumerate(names):
        if name in names[:index] or ids[index] in ids[:index]:
            raise InvalidError.at(f"/options/{index}/name", "This option is there already.")
