"""Tables in CSV and XLSX, read within bounds: what comes from outside may be anything."""

import csv
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO, StringIO
from itertools import islice
from typing import Any

from chalicelib.crm.files.writing import plain
from chalicelib.crm.model.importing.faults import FaultError
from chalicelib.crm.model.importing.jobs import MOST_COLUMNS, MOST_ROWS
from chalicelib.crm.service.importing.ports import Table
from portal.charsets import whole_text

_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_UNPACKED, _PARTS = 200_000_000, 2_000
_MOST_CHARACTERS = 32_767
_DELIMITERS = ",;\t"
_SAMPLE = 65_536

Rows = Iterator[list[str]]


def read(content: bytes, most: int | None = None) -> Table:
    """The heading and the rows of a table, at most `most` of them or all; empty rows are left out.

    Raises:
        FaultError: it is no table, or a larger one than is taken.
    """
    rows = _xlsx(content) if content.startswith(_ZIP) else _csv(_text(content))
    filled = (row for row in map(_trimmed, rows) if row)
    headers = next(filled, None)
    if headers is None:
        raise FaultError("empty")
    body = list(islice(filled, most if most is not None else MOST_ROWS + 1))
    if not body:
        raise FaultError("empty")
    if len(body) > MOST_ROWS:
        raise FaultError("too_many_rows", most=f"{MOST_ROWS}")
    width = max(map(len, [headers, *body]))
    return Table(_padded(headers, width), [_padded(row, width) for row in body])


def _trimmed(row: Iterable[str]) -> list[str]:
    cells = [cell.strip() for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise FaultError("too_many_columns", most=f"{MOST_COLUMNS}")
    return cells


def _padded(row: list[str], width: int) -> list[str]:
    return row + [""] * (width - len(row))


def _text(content: bytes) -> str:
    """The text in whichever of the encodings that tables come in."""
    if content.startswith(_OLD_EXCEL):
        raise FaultError("old_excel")
    text = whole_text(content)
    if text is None:
        raise FaultError("not_table")
    if not text.strip():
        raise FaultError("empty")
    return text


def _csv(text: str) -> Rows:
    delimiter = _delimiter(text)
    # Excel says so in the first line, and shows the rest.
    body = text.partition("\n")[2] if text[:4].casefold() == "sep=" else text
    try:
        for row in csv.reader(StringIO(body, newline=""), delimiter=delimiter):
            yield list(map(plain, row))
    except csv.Error as error:
        raise FaultError("not_table") from error


def _delimiter(text: str) -> str:
    if text[:4].casefold() == "sep=" and text[4:5] in _DELIMITERS:
        return text[4]
    return max(_DELIMITERS, key=lambda sign: _fitness(text[:_SAMPLE], sign))


def _fitness(sample: str, delimiter: str) -> tuple[int, int]:
    """How many of the first lines have as many cells as the heading, and how many cells that is."""
    try:
        rows = list(islice(csv.reader(StringIO(sample, newline=""), delimiter=delimiter), 20))
    except csv.Error:
        return (0, 0)
    width = len(rows[0]) if rows else 0
    return (sum(len(row) == width for row in rows) if width > 1 else 0, width)


def _xlsx(content: bytes) -> Rows:
    _require_small(content)
    from openpyxl import load_workbook  # noqa: PLC0415  # slow to import, and few ask for it

    try:
        # What formulas came to when the file was saved; none is ever worked out.
        book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        for row in sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS + 1):
            yield [_cell(value) for value in row]
    except FaultError:
        raise
    except Exception as error:  # the library tells of a broken file by whatever breaks in it
        raise FaultError("not_table") from error


def _require_small(content: bytes) -> None:
    """Refuses an archive that would unpack into more than a table of ours can be."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise FaultError("not_table") from error
    if any(part.flag_bits & 1 for part in parts):
        raise FaultError("locked")
    if not any(part.filename.casefold() == "xl/workbook.xml" for part in parts):
        raise FaultError("not_table")
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > _UNPACKED:
        raise FaultError("too_large")


def _cell(value: Any) -> str:  # noqa: ANN401  # a cell of any type
    if value is None:
        return ""
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, float):
        return _plain_number(value)
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)[:_MOST_CHARACTERS]


def _plain_number(value: float) -> str:
    """A number as it is shown: long ones are telephone numbers and INNs, never powers of ten."""
    if value.is_integer():
        return str(int(value))
    return format(Decimal(repr(round(value, 6))), "f")
