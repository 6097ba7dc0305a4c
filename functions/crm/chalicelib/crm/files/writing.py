"""Tables in CSV and XLSX, written so that no program takes a text for a formula."""

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from chalicelib.crm.model.exporting.cells import Cell
from portal.values import dataclass

CSV_TYPE = "text/csv"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"^\s*[=+\-@\t\r\n|%＝＋－＠]")  # the wide ones count too
_NUMBER = re.compile(r"^[+-]?\d[\d\s]*([.,]\d+)?$")
_PHONES = re.compile(r"^\+\d{5,15}(, \+\d{5,15})*$")
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MOST_CHARACTERS = 32_767
_LEAST_WIDTH, _MOST_WIDTH = 16, 40


@dataclass(frozen=True)
class Dialect:
    """How a country's spreadsheet parts the cells of CSV, and how numbers and days are written there."""

    delimiter: str
    point: str
    day: str
    day_in_excel: str


RUSSIAN = Dialect(";", ",", "%d.%m.%Y", "dd.mm.yyyy")
ENGLISH = Dialect(",", ".", "%Y-%m-%d", "yyyy-mm-dd")


def write(
    path: Path,
    content_type: str,
    headers: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    dialect: Dialect = RUSSIAN,
) -> None:
    """Writes a table into a file, a row at a time."""
    (_write_xlsx if content_type == XLSX_TYPE else _write_csv)(path, headers, rows, dialect)


def safe(text: str) -> str:
    """A text that spreadsheets show as it is: what could begin a formula gets an apostrophe before it.

    Numbers cannot do harm, and telephone numbers stay what they are: ``+79123456789, +74951234567``.
    """
    harmless = _NUMBER.match(text) or _PHONES.match(text)
    return f"'{text}" if _FORMULA.match(text) and not harmless else text


def plain(text: str) -> str:
    """The inverse of `safe`: a table of ours that comes back brings the texts that went out."""
    return text[1:] if text[:1] == "'" and safe(text[1:]) == text else text


def _write_csv(
    path: Path, headers: Sequence[str], rows: Iterable[Sequence[Cell]], dialect: Dialect
) -> None:
    # The mark is what Excel knows UTF-8 by, and a semicolon what a Russian one parts cells at.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=dialect.delimiter)
        writer.writerow(map(safe, headers))
        for row in rows:
            writer.writerow(_text(cell, dialect) for cell in row)


def _text(cell: Cell, dialect: Dialect) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", dialect.point)
    if isinstance(cell, datetime):
        return cell.strftime(f"{dialect.day} %H:%M")
    if isinstance(cell, date):
        return cell.strftime(dialect.day)
    return safe(cell or "")


def _write_xlsx(
    path: Path, headers: Sequence[str], rows: Iterable[Sequence[Cell]], dialect: Dialect
) -> None:
    from openpyxl import Workbook  # noqa: PLC0415  # slow to import, and few ask for it
    from openpyxl.styles import Font  # noqa: PLC0415  # slow to import, and few ask for it
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  # slow to import, and few ask for it

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    for number, header in enumerate(headers, start=1):
        width = min(max(len(header) + 4, _LEAST_WIDTH), _MOST_WIDTH)
        sheet.column_dimensions[get_column_letter(number)].width = width
    cell = _cell_maker(sheet, dialect)
    heading = [cell(text) for text in headers]
    for each in heading:
        each.font = Font(bold=True)
    sheet.append(heading)
    for row in rows:
        sheet.append([cell(value) for value in row])
    book.save(path)


def _cell_maker(sheet: Any, dialect: Dialect) -> Callable[[Cell], Any]:  # noqa: ANN401  # the library has no types
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  # slow to import, and few ask for it

    formats: dict[type, str] = {
        datetime: f"{dialect.day_in_excel} hh:mm",
        date: dialect.day_in_excel,
    }

    def make(value: Cell) -> Any:  # noqa: ANN401  # the library's cells have no type of their own
        if value is None:
            return None
        if not isinstance(value, str):
            made = WriteOnlyCell(sheet, value=value)  # type: ignore[arg-type]  # its stubs know fewer types than it
            made.number_format = formats.get(type(value), made.number_format)
            return made
        made = WriteOnlyCell(sheet, value=_ILLEGAL.sub("", value)[:_MOST_CHARACTERS])
        # A text by its type: the library would take one that begins with "=" for a formula.
        made.data_type = "s"
        return made

    return make
