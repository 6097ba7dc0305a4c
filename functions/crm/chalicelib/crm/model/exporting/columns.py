"""The columns that an exported table can have; they are called as an import knows them again."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from chalicelib.crm.model.exporting.cells import Cell
from chalicelib.crm.model.exporting.names import Names
from chalicelib.crm.model.importing.values import STATUSES
from portal.cards import CardKind
from portal.values import dataclass

Read = Callable[[Any, Names], Cell]
"""The cell of a card of the column's kind."""


@dataclass(frozen=True)
class Column:
    """A column; `needs` is what has to be looked up for it beside the cards themselves."""

    name: str
    ru: str
    en: str
    read: Read
    needs: str = ""

    def label(self, language: str) -> str:
        """The heading."""
        return self.ru if language == "ru" else self.en


CARDS, PEOPLE, PIPELINES, STEPS = "cards", "people", "pipelines", "steps"


def joined(values: Iterable[str]) -> str:
    """Several values in one cell."""
    return ", ".join(values)


def _plain(name: str, ru: str, en: str) -> Column:
    return Column(name, ru, en, lambda card, _: getattr(card, name))


def _listed(name: str, ru: str, en: str) -> Column:
    return Column(name, ru, en, lambda card, _: joined(getattr(card, name)))


def _instant(name: str, field: str, ru: str, en: str) -> Column:
    return Column(name, ru, en, lambda card, names: names.by_clock(getattr(card, field)))


def _status(lead: Any, names: Names) -> str:  # noqa: ANN401  # a lead
    english, russian, *_ = STATUSES[lead.status]
    return (russian if names.language == "ru" else english).capitalize()


def _pipeline(deal: Any, names: Names) -> str | None:  # noqa: ANN401  # a deal
    pipeline = names.pipelines.get(deal.pipeline_id)
    return pipeline.name if pipeline else None


def _stage(deal: Any, names: Names) -> str | None:  # noqa: ANN401  # a deal
    pipeline = names.pipelines.get(deal.pipeline_id)
    stage = pipeline.stage(deal.stage_id) if pipeline else None
    return stage.name if stage else None


def _step(card: Any, names: Names, part: str) -> Any:  # noqa: ANN401  # a card, and a part of its step
    return getattr(names.steps.get(card.ref), part, None)


_EMAILS = _listed("emails", "Почта", "E-mail")
_PHONES = _listed("phones", "Телефон", "Phone")
_COMPANY = Column(
    "company",
    "Компания",
    "Company",
    lambda card, names: names.of(CardKind.COMPANY, [card.company_id]),
    CARDS,
)
_STEP = (
    Column("next", "Следующий шаг", "Next step", lambda card, names: _step(card, names, "text"), STEPS),
    Column(
        "next_due", "Срок шага", "Step due",
        lambda card, names: names.by_clock(_step(card, names, "due_at")), STEPS,
    ),
)  # fmt: skip
_COMMON = (
    _plain("description", "Описание", "Description"),
    Column("owner", "Ответственный", "Owner", lambda card, _: card.owner.name),
    Column(
        "participants", "Участники", "Participants",
        lambda card, names: names.of_people(card.participant_ids), PEOPLE,
    ),
    _instant("created", "created_at", "Создано", "Created"),
    _instant("updated", "updated_at", "Изменено", "Changed"),
    _plain("id", "ID карточки", "Card id"),
)  # fmt: skip

COLUMNS: Mapping[CardKind, tuple[Column, ...]] = {
    CardKind.CONTACT: (
        _plain("name", "Имя", "Name"),
        _COMPANY,
        _plain("job_title", "Должность", "Job title"),
        _EMAILS,
        _PHONES,
        Column(
            "handles", "Мессенджеры", "Messengers",
            lambda card, _: joined(f"{each.channel}: {each.value}" for each in card.handles),
        ),
        *_COMMON,
    ),
    CardKind.COMPANY: (
        _plain("name", "Название", "Name"),
        _plain("tax_id", "ИНН", "Tax number (INN)"),
        _EMAILS,
        _PHONES,
        _listed("domains", "Сайт", "Website"),
        *_COMMON,
    ),
    CardKind.LEAD: (
        _plain("title", "Название", "Title"),
        _plain("name", "Имя", "Name"),
        _EMAILS,
        _PHONES,
        _plain("source", "Источник", "Source"),
        Column("status", "Состояние", "Status", _status),
        *_STEP,
        *_COMMON,
    ),
    CardKind.DEAL: (
        _plain("title", "Название", "Title"),
        Column("pipeline", "Воронка", "Pipeline", _pipeline, PIPELINES),
        Column("stage", "Этап", "Stage", _stage, PIPELINES),
        Column("amount", "Сумма", "Amount", lambda card, _: card.amount and card.amount.amount),
        Column("currency", "Валюта", "Currency", lambda card, _: card.amount and card.amount.currency),
        _COMPANY,
        Column(
            "contact", "Контакт", "Contact",
            lambda card, names: names.of(CardKind.CONTACT, card.contact_ids), CARDS,
        ),
        *_STEP,
        _instant("stage_since", "stage_since", "На этапе с", "In stage since"),
        _instant("closed", "closed_at", "Закрыта", "Closed"),
        _plain("lost_reason", "Причина отказа", "Reason of loss"),
        _plain("lost_note", "Пояснение к отказу", "Note on the loss"),
        *_COMMON,
    ),
}  # fmt: skip


def referred(card: Any) -> Iterator[tuple[CardKind, str]]:  # noqa: ANN401  # a card of any kind
    """The cards whose names stand in cells of this one."""
    if card.kind is not CardKind.COMPANY and card.card_company_id:
        yield CardKind.COMPANY, card.card_company_id
    if card.kind is CardKind.DEAL:
        yield from ((CardKind.CONTACT, each) for each in card.contact_ids)
