"""Files of tables: whichever program saved them, and whoever made them to do harm."""

import zipfile
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from chalicelib.crm.files import reading, writing
from chalicelib.crm.model.exporting.cells import Cell
from chalicelib.crm.model.importing.faults import FaultError

TEXT = "Имя;Почта\r\nПётр «Ёж»;petr@press.example\r\n\r\nАнна;\r\n"


def xlsx(*rows: list[object]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def fault_of(content: bytes) -> str:
    with pytest.raises(FaultError) as caught:
        reading.read(content)
    return caught.value.fault.code


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251"])
def test_a_text_is_read_in_whatever_code_it_was_saved(code: str) -> None:
    """Excel, Google and 1C each have their own; empty lines are left out."""
    table = reading.read(TEXT.encode(code))
    assert table.headers == ["Имя", "Почта"]
    assert table.rows == [["Пётр «Ёж»", "petr@press.example"], ["Анна", ""]]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_cells_are_parted_by_what_fits(sign: str) -> None:
    """A comma within a cell does not make it the sign."""
    text = f'Название{sign}Сумма\n"Пресс, 2 шт."{sign}"1 250,50"\n'
    assert reading.read(text.encode()).rows == [["Пресс, 2 шт.", "1 250,50"]]


def test_a_workbook_is_read_as_it_is_shown() -> None:
    """Long numbers without powers of ten, days as days."""
    day = datetime(2026, 3, 2)  # noqa: DTZ001  # a table has no zones
    content = xlsx(["ИНН", "Сумма", "Срок"], [7707083893, 1250000.5, day])
    assert reading.read(content).rows == [["7707083893", "1250000.5", "2026-03-02"]]


def test_what_is_no_table_is_told_apart() -> None:
    """The sentence says what to do about each."""
    assert fault_of(b"") == "empty"
    assert fault_of("Имя;Почта\n".encode()) == "empty"
    assert fault_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == "old_excel"
    assert fault_of(b"PK\x03\x04 and no more") == "not_table"
    assert fault_of(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8) == "not_table"
    assert fault_of(("A\n" + "1\n" * 10_001).encode()) == "too_many_rows"
    assert fault_of((";".join(map(str, range(101))) + "\n1\n").encode()) == "too_many_columns"


def test_an_archive_that_unpacks_into_gigabytes_is_not_unpacked() -> None:
    """What it says of itself is enough to refuse it."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 201_000_000)
    assert len(content.getvalue()) < 1_000_000
    assert fault_of(content.getvalue()) == "too_large"


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", " =x"])
def test_no_text_becomes_a_formula(text: str, tmp_path: Path) -> None:
    """Neither in a CSV file nor in a workbook."""
    assert writing.safe(text) == f"'{text}"
    path = tmp_path / "table"
    writing.write(path, writing.XLSX_TYPE, ["А"], [[text]])
    cell = load_workbook(BytesIO(path.read_bytes())).worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize(
    "text", ["+79123456789", "+79123456789, +74951234567", "-12,50", "ООО «Ёлка»"]
)
def test_what_can_do_no_harm_stays_as_it_is(text: str) -> None:
    """A telephone number can be copied and dialled."""
    assert writing.safe(text) == text


def test_what_was_written_is_read(tmp_path: Path) -> None:
    """In both kinds of file."""
    for kind in (writing.CSV_TYPE, writing.XLSX_TYPE):
        path = tmp_path / "table"
        writing.write(path, kind, ["Имя", "Телефон"], [["Пётр; Ёж", "+79123456789"]])
        table = reading.read(path.read_bytes())
        assert (table.headers, table.rows) == (["Имя", "Телефон"], [["Пётр; Ёж", "+79123456789"]])


def test_what_was_made_harmless_comes_back_as_it_was(tmp_path: Path) -> None:
    """A file of errors that is mended and sent again brings no apostrophes onto the cards, and keeps a person's own."""
    path, texts = tmp_path / "table", ["-- звонить", "'т Хоофт", "=1+1", "'5"]
    writing.write(path, writing.CSV_TYPE, ["А", "Б", "В", "Г"], [texts])
    assert reading.read(path.read_bytes()).rows == [texts]


def test_cells_are_what_a_spreadsheet_reckons_with(tmp_path: Path) -> None:
    """Numbers, days and instants in a workbook; in CSV as the reader's country writes them."""
    path = tmp_path / "table"
    cells: list[Cell] = [Decimal("1250.50"), date(2026, 3, 31), datetime(2026, 3, 31, 9, 5), None]  # noqa: DTZ001  # a clock on the wall
    headers = ["А", "Б", "В", "Г"]
    writing.write(path, writing.XLSX_TYPE, headers, [cells])
    row = next(
        load_workbook(BytesIO(path.read_bytes()))
        .worksheets[0]
        .iter_rows(min_row=2, values_only=True)
    )
    assert row == (1250.5, datetime(2026, 3, 31), datetime(2026, 3, 31, 9, 5), None)  # noqa: DTZ001  # as the library reads
    lines = []
    for dialect in (writing.RUSSIAN, writing.ENGLISH):
        writing.write(path, writing.CSV_TYPE, headers, [cells], dialect)
        lines.append(path.read_text(encoding="utf-8-sig").splitlines()[1])
    assert lines == ["1250,50;31.03.2026;31.03.2026 09:05;", "1250.50,2026-03-31,2026-03-31 09:05,"]
