"""Templates and what they are filled in with, in memory."""

from datetime import date
from decimal import Decimal

from chalicelib.communications.model.placeholders import Facts, Sender
from chalicelib.communications.model.templates import Template
from chalicelib.communications.service.rendering import Addressed
from portal.money import Money

FACTS = Facts(
    today=date(2026, 11, 24),
    recipient="Ладогин Пётр Андреевич",
    company="ООО «Ладога»",
    title="Насосы",
    amount=Money(Decimal("1250000.00"), "RUB"),
    stage="Договор",
    sender=Sender("Иван Продавцов", "", "+79120000000", "ivan@demo.example"),
)


class MemoryTemplates:
    """A table of templates."""

    def __init__(self) -> None:
        self.kept: dict[str, Template] = {}

    def templates_of(self, owner_id: str | None) -> list[Template]:
        return [one for one in self.kept.values() if one.owner_id == owner_id]

    def template(self, template_id: str) -> Template | None:
        return self.kept.get(template_id)

    def keep_template(self, template: Template) -> Template:
        self.kept[template.id] = template
        return template


class OneCard:
    """A crm with one card, of which everything is known that is told here."""

    def __init__(self, facts: Facts = FACTS) -> None:
        self.known = facts
        self.wanted: frozenset[str] = frozenset()

    def facts(self, _: str | None, __: Addressed, wanted: frozenset[str]) -> Facts:
        self.wanted = wanted
        return self.known
