"""What an export keeps of itself, and what it tells."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from tests.unit.crm.card_fakes import HEAD, OTHER_HEAD, OWNER, SELLER

from chalicelib.crm.model.exporting.cells import Row, from_json, to_json
from chalicelib.crm.model.exporting.policy import Policy
from chalicelib.crm.model.filters import Ask, Condition
from chalicelib.crm.model.sorting import Sort
from chalicelib.crm.service.changes import Selection
from chalicelib.crm.service.exporting.jobs import (
    MOST_ROWS,
    Export,
    ExportFormat,
    ExportProblem,
    Shape,
)
from chalicelib.crm.store.exported import from_export, to_export
from portal.cards import CardKind
from portal.principals import Role

NOW = datetime(2026, 3, 31, 9, 5, tzinfo=UTC)
SHAPE = Shape(ExportFormat.XLSX, ("title", "own.x"), "en", "Asia/Omsk")
EXPORT = Export("e", CardKind.DEAL, SHAPE, Selection(), SELLER, NOW, version=3)


def test_an_export_is_stored_whole() -> None:
    """With its filter, in which numbers stay numbers, and its end."""
    conditions = (
        Condition("amount", Ask.RANGE, low=Decimal("1.50")),
        Condition("created", Ask.RANGE, low="2026-01-01T00:00:00.000Z"),
        Condition("own.x", Ask.ONE_OF, ("а", "б")),
    )
    which = Selection("seller", "p#s#", Sort.AMOUNT_DOWN, conditions)
    export = Export("e", CardKind.DEAL, SHAPE, which, SELLER, NOW, version=3)
    ended = export.after(20, None).failed(ExportProblem.RIGHTS_CHANGED, NOW)
    for each in (export, ended):
        assert to_export(from_export(each), 3) == each


def test_a_row_waits_as_it_is() -> None:
    """Every kind of cell comes back, Cyrillic and empty ones too."""
    cells = ["Ёж", "", None, Decimal("0.10"), date(2026, 3, 31), datetime(2026, 3, 31, 9, 5)]  # noqa: DTZ001  # a clock on the wall
    assert from_json(to_json(Row("id", cells))) == Row("id", cells)


def test_a_file_holds_so_many_rows() -> None:
    """Longer lists are cut, and say so; the last row of a list that just fits is no cut."""
    full = EXPORT.after(MOST_ROWS, "next")
    assert (full.read, full.cut) == (True, True)
    fitting = EXPORT.after(MOST_ROWS, None)
    assert (fitting.read, fitting.cut) == (True, False)
    assert EXPORT.after(100, "next").read is False


def test_heads_and_owners_learn_of_an_export() -> None:
    """The head of another department does not."""
    learns = [who.may_see(EXPORT.audience) for who in (SELLER, HEAD, OWNER, OTHER_HEAD)]
    assert learns == [True, True, True, False]


def test_a_file_is_gone_after_a_week() -> None:
    """The record of it stays."""
    done = EXPORT.done(1, NOW)
    assert not done.gone_by(NOW + timedelta(days=6))
    assert done.gone_by(NOW + timedelta(days=8))


def test_owners_always_may_export() -> None:
    """Whatever roles are named."""
    nobody = Policy(frozenset())
    assert nobody.allows(OWNER)
    assert not nobody.allows(SELLER)
    assert Policy(frozenset({Role.EMPLOYEE})).allows(SELLER)
