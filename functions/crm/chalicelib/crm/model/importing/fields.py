"""The fields that a table can fill, how their columns are called, and which of them tell cards apart."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from chalicelib.crm.model.importing import values
from chalicelib.crm.model.words import plain_words
from portal.cards import CardKind
from portal.values import dataclass

COMPANY, CONTACT, OWNER, PIPELINE, STAGE, ID = (
    "company",
    "contact",
    "owner",
    "pipeline",
    "stage",
    "id",
)
CURRENCY, OWN = "currency", "own."


class Named(str):
    """An employee as a cell of an own field names him."""

    __slots__ = ()


@dataclass(frozen=True)
class Field:
    """A field of a card or what leads to one; `read` makes the value of a cell that is not empty."""

    name: str
    ru: str
    en: str
    read: Callable[[str], Any] = values.word
    also: tuple[str, ...] = ()
    required: bool = False
    many: bool = False

    def label(self, language: str) -> str:
        """How a person calls it."""
        return self.ru if language == "ru" else self.en


_ID = Field(ID, "ID карточки", "Card id", also=("id", "ид"))
_EMAILS = Field(
    "emails",
    "Почта",
    "E-mail",
    values.emails,
    ("email", "e mail", "mail", "эл почта", "электронная почта", "емейл", "адрес почты"),
    many=True,
)
_PHONES = Field(
    "phones",
    "Телефон",
    "Phone",
    values.phones,
    ("тел", "телефоны", "мобильный", "номер телефона", "моб телефон", "mobile", "phone number"),
    many=True,
)
_DESCRIPTION = Field(
    "description",
    "Описание",
    "Description",
    values.prose,
    ("комментарий", "примечание", "заметка", "comment", "notes", "note"),
)
_OWNER = Field(
    OWNER,
    "Ответственный",
    "Owner",
    also=("ответственный менеджер", "менеджер", "responsible", "manager", "owner email"),
)
_TAX_ID = Field(
    "tax_id", "ИНН", "Tax number (INN)", values.tax_id, ("инн", "inn", "tax id", "tax number")
)
_COMPANY = (
    Field(
        COMPANY,
        "Компания",
        "Company",
        also=("организация", "название компании", "клиент", "company name"),
    ),
    Field(
        "company_tax_id",
        "ИНН компании",
        "Company's INN",
        values.tax_id,
        ("инн", "инн клиента", "inn"),
    ),
)

FIELDS: Mapping[CardKind, tuple[Field, ...]] = {
    CardKind.CONTACT: (
        Field(
            "name", "Имя", "Name", values.line,
            ("фио", "контакт", "контактное лицо", "имя и фамилия", "full name", "contact"), required=True,
        ),
        _EMAILS, _PHONES, *_COMPANY,
        Field("job_title", "Должность", "Job title", values.line, ("position", "пост")),
        _DESCRIPTION, _OWNER, _ID,
    ),
    CardKind.COMPANY: (
        Field(
            "name", "Название", "Name", values.line,
            ("компания", "организация", "наименование", "название компании", "company", "company name"),
            required=True,
        ),
        _TAX_ID, _EMAILS, _PHONES,
        Field("domains", "Сайт", "Website", values.domains, ("домен", "site", "web", "domain"), many=True),
        _DESCRIPTION, _OWNER, _ID,
    ),
    CardKind.LEAD: (
        Field(
            "title", "Название", "Title", values.line,
            ("лид", "тема", "заявка", "название лида", "lead", "subject"), required=True,
        ),
        Field("name", "Имя", "Name", values.line, ("фио", "контакт", "контактное лицо", "contact")),
        _EMAILS, _PHONES,
        Field("source", "Источник", "Source", values.line, ("откуда",)),
        Field("status", "Состояние", "Status", values.lead_status, ("статус",)),
        _DESCRIPTION, _OWNER, _ID,
    ),
    CardKind.DEAL: (
        Field(
            "title", "Название", "Title", values.line,
            ("сделка", "название сделки", "тема", "deal", "deal name", "opportunity"), required=True,
        ),
        Field("amount", "Сумма", "Amount", values.money, ("бюджет", "стоимость", "цена", "value", "budget", "price")),
        Field(CURRENCY, "Валюта", "Currency", values.currency),
        Field(PIPELINE, "Воронка", "Pipeline", also=("направление",)),
        Field(STAGE, "Этап", "Stage", also=("стадия", "статус", "этап сделки", "status")),
        *_COMPANY,
        Field(CONTACT, "Контакт", "Contact", also=("контактное лицо", "фио", "contact name")),
        Field("contact_email", "Почта контакта", "Contact's e-mail", values.emails, ("почта", "email", "e mail")),
        Field("contact_phone", "Телефон контакта", "Contact's phone", values.phones, ("телефон", "phone")),
        _DESCRIPTION, _OWNER, _ID,
    ),
}  # fmt: skip

KEYS: Mapping[CardKind, tuple[str, ...]] = {
    CardKind.CONTACT: ("emails", "phones", ID),
    CardKind.COMPANY: ("tax_id", "emails", "name", ID),
    CardKind.LEAD: ("emails", "phones", "title", ID),
    CardKind.DEAL: ("title", ID),
}
"""By which fields a row may find its card, the surest first."""


def guess(fields: Sequence[Field], headers: Iterable[str]) -> list[str | None]:
    """Which field each column fills, as far as its heading says; no field comes twice."""
    names = _names(fields)
    taken: set[str] = set()
    found: list[str | None] = []
    for header in headers:
        fits = (name for name in names.get(_plain(header), ()) if name not in taken)
        field = next(fits, None)
        found.append(field)
        taken.update({field} if field else ())
    return found


def _names(fields: Sequence[Field]) -> dict[str, list[str]]:
    """The headings of fields; where several have one, the field that is called so comes first."""
    names: dict[str, list[str]] = {}
    for field in fields:
        for text in (field.ru, field.en, field.name):
            names.setdefault(_plain(text), []).append(field.name)
    for field in fields:
        for text in field.also:
            names.setdefault(_plain(text), []).append(field.name)
    return names


def _plain(text: str) -> str:
    return " ".join(plain_words(text))
