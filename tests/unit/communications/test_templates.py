"""Letters written beforehand: whose they are, and what stands in place of their placeholders."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.unit.communications.fakes import DEAL, NOON, OWNER, SELLER, STRANGER

from chalicelib.communications import mail
from chalicelib.communications.model.placeholders import (
    PLACEHOLDERS,
    Facts,
    Sender,
    filled_in,
    words_of,
)
from chalicelib.communications.model.templates import MOST, Template
from chalicelib.communications.model.wording import amount_in_words, called, day_in_words
from chalicelib.communications.service import Rendering, Templates
from chalicelib.communications.service.rendering import Addressed
from portal.errors import ConflictError, InvalidError, NotAllowedError, NotFoundError
from portal.ids import new_id
from portal.money import Money
from portal.principals import Principal, Role

DEPARTMENT, OTHER = new_id(), new_id()
HEAD = Principal(
    new_id(), "Глеб", frozenset({Role.HEAD}), frozenset({DEPARTMENT}), frozenset({DEPARTMENT})
)
FACTS = Facts(
    today=date(2026, 11, 24),
    recipient="Ладогин Пётр Андреевич",
    company="ООО «Ладога»",
    title="Насосы",
    amount=Money(Decimal("1250000.00"), "RUB"),
    stage="Договор",
    sender=Sender("Иван Продавцов", "", "+79120000000", "ivan@demo.example"),
)
OWN = Template("", "Привет", "О деле", "<p>Здравствуйте!</p>", owner_id=SELLER.id)
SHARED = replace(OWN, owner_id=None)


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


@pytest.fixture
def templates() -> Templates:
    return Templates(MemoryTemplates(), mail.tidied, lambda: NOON, new_id)


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


def test_the_letter_is_the_preview(templates: Templates) -> None:
    """A template that is used says what its words said on trial."""
    rendering = Rendering(templates, OneCard(), mail.tidied)
    kept = templates.add(SELLER, replace(OWN, html="<p>Здравствуйте, {{recipient.called}}!</p>"))
    about = Addressed(DEAL)
    letter = rendering.letter(SELLER, "seller", kept.id, about)
    assert letter == rendering.render("seller", kept.subject, kept.html, about)
    assert letter.html == "<p>Здравствуйте, Пётр Андреевич!</p>"


def test_a_personal_template_is_its_person_s_alone(templates: Templates) -> None:
    """Not even owners are shown it."""
    kept = templates.add(SELLER, OWN)
    assert templates.all(SELLER) == [kept]
    assert templates.all(OWNER) == []
    with pytest.raises(NotFoundError):
        templates.change(OWNER, kept.id, {"name": "Другое"})


def test_owners_and_heads_write_shared_templates(templates: Templates) -> None:
    """A head for the departments that he leads; nobody else any."""
    everybody = templates.add(OWNER, SHARED)
    ours = templates.add(HEAD, replace(SHARED, name="Отделу", department_ids=(DEPARTMENT,)))
    assert templates.all(STRANGER) == [everybody]
    assert templates.all(HEAD) == [ours, everybody]
    assert templates.all(OWNER) == [ours, everybody]
    for person, template in (
        (SELLER, SHARED),
        (HEAD, SHARED),
        (HEAD, replace(SHARED, department_ids=(DEPARTMENT, OTHER))),
    ):
        with pytest.raises(NotAllowedError):
            templates.add(person, template)
    with pytest.raises(NotAllowedError):
        templates.change(HEAD, ours.id, {"department_ids": (OTHER,)})
    with pytest.raises(NotAllowedError):
        templates.change(STRANGER, everybody.id, {"archived": True})


def test_what_is_archived_comes_back(templates: Templates) -> None:
    """It stays in the list, marked."""
    kept = templates.add(SELLER, OWN)
    assert templates.change(SELLER, kept.id, {"archived": True}).archived
    assert [one.archived for one in templates.all(SELLER)] == [True]
    assert not templates.change(SELLER, kept.id, {"archived": False}).archived


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"html": "<script>x</script>"}, "/html"),
        ({"html": "<p>{{client.salary}}</p>"}, "/html"),
        ({"subject": "{{}}"}, "/subject"),
    ],
)
def test_what_means_nothing_is_refused_when_it_is_saved(
    templates: Templates, changes: dict[str, object], pointer: str
) -> None:
    """At its field, and the template stays as it was."""
    kept = templates.add(SELLER, OWN)
    with pytest.raises(InvalidError) as refusal:
        templates.change(SELLER, kept.id, changes)
    assert [one.pointer for one in refusal.value.errors] == [pointer]
    assert templates.one(SELLER, kept.id) == kept


def test_a_template_holds_what_a_letter_may_hold(templates: Templates) -> None:
    """Markup is cleaned when it is kept."""
    kept = templates.add(SELLER, replace(OWN, html="<p onclick='x()'>Да<script>x</script></p>"))
    assert kept.html == "<p>Да</p>"


def test_there_is_an_end_to_templates(templates: Templates) -> None:
    """A list that is shown whole stays short."""
    for _ in range(MOST):
        templates.add(SELLER, OWN)
    with pytest.raises(ConflictError):
        templates.add(SELLER, OWN)
