"""Tables in CSV and XLSX, written so that no program takes a text for a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

CSV_TYPE = "text/csv"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"^\s*[=+\-@\t\r\n|%＝＋－＠]")  # the wide ones count too
_NUMBER = re.compile(r"^[+-]?\d[\d\s]*([.,]\d+)?$")
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MOST_CHARACTERS = 32_767


def write(
    path: Path, content_type: str, headers: Sequence[str], rows: Iterable[Sequence[str]]
) -> None:
    """Writes a table into a file, a row at a time."""
    (_write_xlsx if content_type == XLSX_TYPE else _write_csv)(path, headers, rows)


def safe(text: str) -> str:
    """A text that spreadsheets show as it is: what could begin a formula gets an apostrophe before it.

    Numbers cannot do harm, and a telephone number stays a number: ``+79123456789``.
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.match(text) else text


def _write_csv(path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    # The mark and the semicolon are what a Russian Excel opens without being asked.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(map(safe, headers))
        for row in rows:
            writer.writerow(map(safe, row))


def _write_xlsx(path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from openpyxl import Workbook  # noqa: PLC0415  # slow to import, and few ask for it
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  # slow to import, and few ask for it
    from openpyxl.styles import Font  # noqa: PLC0415  # slow to import, and few ask for it

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"

    def cell(text: str) -> Any:  # noqa: ANN401  # the library's cells have no type of their own
        made = WriteOnlyCell(sheet, value=_ILLEGAL.sub("", text)[:_MOST_CHARACTERS])
        # A text by its type: the library would take one that begins with "=" for a formula.
        made.data_type = "s"
        return made

    heading = [cell(text) for text in headers]
    for each in heading:
        each.font = Font(bold=True)
    sheet.append(heading)
    for row in rows:
        sheet.append([cell(text) for text in row])
    book.save(path)
