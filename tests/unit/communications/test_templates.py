"""Letters written beforehand: whose they are, and what they may say."""

from dataclasses import replace

import pytest
from tests.unit.communications.fakes import DEAL, NOON, OWNER, SELLER, STRANGER
from tests.unit.communications.template_fakes import MemoryTemplates, OneCard

from chalicelib.communications import mail
from chalicelib.communications.model.templates import MOST, Template
from chalicelib.communications.service import Rendering, Templates
from chalicelib.communications.service.rendering import Addressed
from portal.errors import ConflictError, InvalidError, NotAllowedError, NotFoundError
from portal.ids import new_id
from portal.principals import Principal, Role

DEPARTMENT, OTHER = new_id(), new_id()
HEAD = Principal(
    new_id(), "Глеб", frozenset({Role.HEAD}), frozenset({DEPARTMENT}), frozenset({DEPARTMENT})
)
OWN = Template("", "Привет", "О деле", "<p>Здравствуйте!</p>", owner_id=SELLER.id)
SHARED = replace(OWN, owner_id=None)


@pytest.fixture
def templates() -> Templates:
    return Templates(MemoryTemplates(), mail.tidied, lambda: NOON, new_id)


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
