"""What stands in a letter in place of its placeholders."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.unit.communications.fakes import DEAL, NOON
from tests.unit.communications.template_fakes import FACTS, MemoryTemplates, OneCard

from chalicelib.communications import mail
from chalicelib.communications.model.placeholders import (
    PLACEHOLDERS,
    Facts,
    filled_in,
    words_of,
)
from chalicelib.communications.model.wording import amount_in_words, called, day_in_words
from chalicelib.communications.service import Rendering, Templates
from chalicelib.communications.service.rendering import Addressed
from portal.ids import new_id
from portal.money import Money


def rendered(
    subject: str, html: str, facts: Facts = FACTS, language: str = "ru"
) -> tuple[str, ...]:
    """Subject, text and what is missing, of words filled in."""
    rendering = Rendering(
        Templates(MemoryTemplates(), mail.tidied, lambda: NOON, new_id),
        OneCard(facts),
        mail.tidied,
    )
    found = rendering.render("seller", subject, html, Addressed(DEAL, language=language))
    return found.subject, found.html, *found.missing


def test_every_placeholder_says_something() -> None:
    """What is known stands in the letter, in the reader's language."""
    text = "|".join(f"{{{{{name}}}}}" for name in PLACEHOLDERS)
    facts = replace(FACTS, sender=replace(FACTS.sender, position="Менеджер"))
    said = filled_in(text, words_of(facts, "ru"), str).split("|")
    assert dict(zip(PLACEHOLDERS, said, strict=True)) == {
        "recipient.name": "Ладогин Пётр Андреевич",
        "recipient.called": "Пётр Андреевич",
        "recipient.company": "ООО «Ладога»",
        "card.title": "Насосы",
        "card.amount": "1\N{NO-BREAK SPACE}250\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}₽",
        "card.stage": "Договор",
        "me.name": "Иван Продавцов",
        "me.position": "Менеджер",
        "me.phone": "+79120000000",
        "me.email": "ivan@demo.example",
        "today": "24 ноября 2026\N{NO-BREAK SPACE}г.",
    }
    assert words_of(facts, "en")["today"] == "24 November 2026"


@pytest.mark.parametrize(
    ("name", "polite"),
    [
        ("Пётр Андреевич Ладогин", "Пётр Андреевич"),
        ("Ладогина Анна Ильинична", "Анна Ильинична"),
        ("Мамедов Рауф Ильхам оглы", "Ильхам оглы"),
        ("Пётр Ладогин", "Пётр Ладогин"),
        ("Peter Smith", "Peter Smith"),
        ("Ильич", "Ильич"),
        ("", ""),
    ],
)
def test_who_has_a_patronymic_is_called_by_it(name: str, polite: str) -> None:
    """In either order of a full name; all others by all that is known of them."""
    assert called(name) == polite


@pytest.mark.parametrize(
    ("amount", "language", "said"),
    [
        (Money(Decimal("1250000.50"), "RUB"), "ru", "1 250 000,50 ₽"),
        (Money(Decimal("1250000.00"), "RUB"), "en", "RUB 1,250,000"),
        (Money(Decimal("0.05"), "EUR"), "ru", "0,05 €"),
        (Money(Decimal(900), "SEK"), "ru", "900 SEK"),
        (None, "ru", ""),
    ],
)
def test_amounts_are_written_as_people_write_them(
    amount: Money | None, language: str, said: str
) -> None:
    """With spaces that no line breaks at."""
    assert amount_in_words(amount, language).replace("\N{NO-BREAK SPACE}", " ") == said


def test_a_day_is_said_in_words() -> None:
    """Its month in the genitive."""
    assert (
        day_in_words(date(2026, 5, 1), "ru").replace("\N{NO-BREAK SPACE}", " ") == "1 мая 2026 г."
    )


def test_what_is_not_known_is_named_and_stays_visible() -> None:
    """The person is told before the letter leaves, and a repeated gap is named once."""
    subject, html, *missing = rendered(
        "Для {{recipient.company}}",
        "<p>{{ me.position }} {{me.position}} {{недоступно}}</p>",
        replace(FACTS, company=""),
    )
    assert subject == "Для {{recipient.company}}"
    assert html == "<p>{{me.position}} {{me.position}} {{недоступно}}</p>"
    assert missing == ["recipient.company", "me.position", "недоступно"]


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        '" onmouseover="alert(1)',
        "<img src=x onerror=alert(1)>",
        "{{me.phone}}",
        r"\1 \g<0> &amp;",
    ],
)
def test_a_value_is_text_whatever_is_in_it(name: str) -> None:
    """A client's name is neither markup, nor another placeholder, nor a reference of an expression."""
    _, html, *_ = rendered(
        "",
        '<p>{{recipient.name}}</p><a href="https://x.example/{{recipient.name}}">x</a>',
        replace(FACTS, recipient=name),
    )
    text, _, link = html.partition("<a")
    shown = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert text == f"<p>{shown}</p>"
    assert 'onmouseover="' not in link.replace("&quot;", "")
    assert link.count("<") == 1


def test_a_link_that_would_run_something_is_none() -> None:
    """Whatever a placeholder brings into its address."""
    _, html, *_ = rendered(
        "",
        '<p><a href="{{recipient.name}}">x</a></p>',
        replace(FACTS, recipient="javascript:alert(1)"),
    )
    assert "javascript" not in html


def test_only_what_a_letter_says_is_asked_for() -> None:
    """Crm and people are not troubled for the rest."""
    card = OneCard()
    store = Templates(MemoryTemplates(), mail.tidied, lambda: NOON, new_id)
    Rendering(store, card, mail.tidied).render(None, "{{today}}", "<p>x</p>", Addressed(DEAL))
    assert card.wanted == {"today"}
