"""Rows that wait in S3 until the table is whole: a line of JSON each, packed."""

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from chalicelib.crm.model.exporting.cells import Row, from_json, to_json


def write(path: Path, rows: Iterable[Row]) -> None:
    """Writes rows into a file as they come."""
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=3) as file:
        for row in rows:
            file.write(json.dumps(to_json(row), ensure_ascii=False) + "\n")


def read(packed: IO[bytes]) -> Iterator[Row]:
    """The rows of a file as they are asked for."""
    with gzip.open(packed, "rt", encoding="utf-8") as file:
        for line in file:
            yield from_json(json.loads(line))
