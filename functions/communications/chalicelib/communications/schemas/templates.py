"""Templates on the wire."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints

from chalicelib.communications.model.templates import Template
from chalicelib.communications.service.rendering import Addressed
from portal.principals import Principal
from portal.texts import require_line, require_prose
from portal.wire import Card, Id, Instant, Line, Patch, Request, Response

_MAX_DEPARTMENTS = 50


def _unique(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _require_line_or_nothing(text: str) -> str:
    return require_line(text) if text.strip() else ""


Departments = Annotated[list[Id], Field(max_length=_MAX_DEPARTMENTS), AfterValidator(_unique)]
TemplateSubject = Annotated[
    str, StringConstraints(max_length=500), AfterValidator(_require_line_or_nothing)
]
TemplateText = Annotated[str, StringConstraints(max_length=50_000), AfterValidator(require_prose)]


class NewTemplate(Request):
    """A letter written beforehand, with placeholders such as ``{{recipient.name}}``: one's own, or a shared one."""

    name: Line
    subject: TemplateSubject = ""
    html: TemplateText
    personal: bool = True
    department_ids: Annotated[Departments, Field(default_factory=list)]

    def to_template(self, caller: Principal) -> Template:
        """The domain's form, without an id yet."""
        return Template(
            id="",
            name=self.name,
            subject=self.subject,
            html=self.html,
            owner_id=caller.id if self.personal else None,
            department_ids=() if self.personal else tuple(self.department_ids),
        )


class TemplateChange(Patch):
    """What is to be changed; whether it is shared stays."""

    name: Line | None = None
    subject: TemplateSubject | None = None
    html: TemplateText | None = None
    department_ids: Departments | None = None
    archived: bool | None = None


class TemplateItem(Response):
    """A template in a list; `editable` when the caller may change it."""

    id: str
    name: str
    subject: str
    personal: bool
    department_ids: list[str]
    archived: bool
    editable: bool
    changed_at: Instant | None

    @classmethod
    def of(cls, template: Template, caller: Principal) -> Self:
        """The domain's form as it is sent."""
        fields = [name for name in cls.model_fields if hasattr(template, name)]
        values = {name: getattr(template, name) for name in fields}
        editable = template.is_changed_by(caller)
        return cls(**values, personal=template.owner_id is not None, editable=editable)


class TemplateView(TemplateItem):
    """A template whole."""

    html: str


class TemplateList(Response):
    """All templates that are for the caller; there is never a second page."""

    items: list[TemplateItem]
    next: None = None


class TemplateUse(Request):
    """The card that a letter is written from, and to which of its contacts."""

    card: Card
    contact_id: Id | None = None
    language: Annotated[str, StringConstraints(pattern="^(ru|en)$")] = "ru"

    def to_addressed(self) -> Addressed:
        """The domain's form."""
        return Addressed(self.card.to_ref(), self.contact_id, self.language)


class TemplateTrial(TemplateUse):
    """Words of a template that is not kept yet."""

    subject: TemplateSubject = ""
    html: Annotated[str, StringConstraints(max_length=50_000)] = ""


class RenderedView(Response):
    """A letter with the words in; what is `missing` stands in it in double braces still."""

    subject: str
    html: str
    missing: list[str]
