"""Rules on the wire."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints

from chalicelib.communications.model import AssigneeKind
from chalicelib.communications.model.handling import Assignee
from chalicelib.communications.model.rules import Conditions, Rule, RuleBook
from chalicelib.communications.schemas.views import CommunicationItem
from chalicelib.communications.service.ruling import Touched
from portal.texts import normalise_email, require_line
from portal.wire import Card, CardView, Id, Instant, Line, Request, Response

_MAX_RULES = 100
_MAX_PATTERNS = 50
_MAX_NEVER = 300


def _pattern(text: str) -> str:
    """An address, or a domain with or without its at sign."""
    written = require_line(text).strip().casefold()
    if written.find("@") > 0:
        return normalise_email(written)
    domain = written.removeprefix("@")
    if "." not in domain or " " in domain or "@" in domain or domain.startswith("."):
        raise ValueError("Write an address, as anna@zakaz.ru, or a domain, as zakaz.ru.")
    return domain


def _unique(values: list[str]) -> list[str]:
    return list(dict.fromkeys(values))


Pattern = Annotated[str, StringConstraints(max_length=254), AfterValidator(_pattern)]
Patterns = Annotated[list[Pattern], Field(max_length=_MAX_PATTERNS), AfterValidator(_unique)]
Words = Annotated[list[Line], Field(max_length=_MAX_PATTERNS), AfterValidator(_unique)]


class ConditionsBody(Request):
    """All that are given must hold; of several addresses or words one."""

    senders: Annotated[Patterns, Field(default_factory=list)]
    recipients: Annotated[Patterns, Field(default_factory=list)]
    subject: Annotated[Words, Field(default_factory=list)]
    with_files: bool = False
    automatic: bool = False

    def to_model(self) -> Conditions:
        """The domain's form."""
        return Conditions(
            tuple(self.senders),
            tuple(self.recipients),
            tuple(self.subject),
            self.with_files,
            self.automatic,
        )


class AssigneeBody(Request):
    """A person or a department that letters are given to; the name is what people are shown."""

    kind: AssigneeKind
    id: Id
    name: Line

    def to_model(self) -> Assignee:
        """The domain's form."""
        return Assignee(self.kind, self.id, self.name)


class RuleBody(Request):
    """A rule; one without an id is new. `skips` leaves the letters unrecorded."""

    id: Id | None = None
    name: Line
    conditions: ConditionsBody
    mailbox_id: Id | None = None
    skips: bool = False
    folder_id: Id | None = None
    assignee: AssigneeBody | None = None
    quiet: bool = False
    card: Card | None = None
    card_title: Line | None = None
    active: bool = True
    stops: bool = True

    def to_model(self) -> Rule:
        """The domain's form."""
        return Rule(
            id=self.id or "",
            name=self.name,
            conditions=self.conditions.to_model(),
            mailbox_id=self.mailbox_id,
            skips=self.skips,
            folder_id=self.folder_id,
            assignee=self.assignee.to_model() if self.assignee else None,
            quiet=self.quiet,
            card=self.card.to_ref() if self.card else None,
            card_title=self.card_title or "",
            active=self.active,
            stops=self.stops,
        )


class RulesBody(Request):
    """All rules in their order, and those whose letters are never recorded; `version` is of what was read."""

    rules: Annotated[list[RuleBody], Field(max_length=_MAX_RULES)]
    never: Annotated[list[Pattern], Field(max_length=_MAX_NEVER), AfterValidator(_unique)]
    version: Annotated[int, Field(ge=1)] | None = None

    def to_model(self) -> RuleBook:
        """The domain's form."""
        rules = tuple(one.to_model() for one in self.rules)
        return RuleBook(rules, tuple(self.never), self.version)


class ConditionsView(Response):
    """What a rule looks at."""

    senders: list[str]
    recipients: list[str]
    subject: list[str]
    with_files: bool
    automatic: bool


class AssigneeView(Response):
    """Whose letters become."""

    kind: AssigneeKind
    id: str
    name: str


class RuleView(Response):
    """A rule as it stands."""

    id: str
    name: str
    conditions: ConditionsView
    mailbox_id: str | None
    skips: bool
    folder_id: str | None
    assignee: AssigneeView | None
    quiet: bool
    card: CardView | None
    card_title: str
    active: bool
    stops: bool


class RulesView(Response):
    """All rules in their order."""

    rules: list[RuleView]
    never: list[str]
    version: int | None


class TouchedView(Response):
    """Of the latest letters, so many of which were looked at, those that a rule would touch."""

    looked_at: int
    since: Instant | None
    letters: list[CommunicationItem]

    @classmethod
    def of(cls, touched: Touched) -> Self:
        """The domain's form as it is sent."""
        letters = [CommunicationItem.of(one) for one in touched.letters]
        return cls(looked_at=touched.looked_at, since=touched.since, letters=letters)
