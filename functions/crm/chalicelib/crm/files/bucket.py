"""The files of tables in S3."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from chalicelib.crm.files import parts, reading, writing
from chalicelib.crm.model.exporting.cells import Cell, Row
from chalicelib.crm.model.importing.faults import FaultError
from chalicelib.crm.service.exporting.jobs import Export, ExportFormat
from chalicelib.crm.service.importing.ports import Form, Table
from portal.settings import Settings

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

MOST_BYTES = 20_000_000
_FORM_SECONDS, _LINK_SECONDS = 15 * 60, 60
_GONE = frozenset({"404", "NoSuchKey"})


class S3Tables:
    """One bucket: ``imports/<id>/`` for what came and what of it failed, ``exports/`` for what was exported."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def _bucket(self) -> str:
        return self._settings["TABLES_BUCKET"]

    @cached_property
    def _s3(self) -> "S3Client":
        # Made at first use: few requests have to do with tables.
        return boto3.client(
            "s3", config=Config(signature_version="s3v4", retries={"mode": "standard"})
        )

    def form(self, key: str, content_type: str, size: int) -> Form:
        """A form whose policy S3 enforces.

        Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
        """
        kind = {"Content-Type": content_type}
        form = self._s3.generate_presigned_post(
            self._bucket,
            key,
            Fields=dict(kind),
            Conditions=[kind, ["content-length-range", 0, size]],
            ExpiresIn=_FORM_SECONDS,
        )
        return Form(form["url"], form["fields"])

    def read(self, key: str, most: int | None = None) -> Table:
        """The table in a file."""
        try:
            content = self._s3.get_object(Bucket=self._bucket, Key=key)
        except ClientError as error:
            if error.response["Error"]["Code"] in _GONE:
                raise FaultError("no_file") from error
            raise
        return reading.read(content["Body"].read(MOST_BYTES), most)

    def write(
        self, key: str, content_type: str, headers: Sequence[str], rows: Iterable[Sequence[str]]
    ) -> None:
        """Stores a table."""
        self._store(
            key, content_type, lambda path: writing.write(path, content_type, headers, rows)
        )

    def write_cells(
        self, key: str, export: Export, headers: Sequence[str], rows: Iterable[Sequence[Cell]]
    ) -> None:
        """Stores an exported table."""
        shape = export.shape
        kind = writing.XLSX_TYPE if shape.format is ExportFormat.XLSX else writing.CSV_TYPE
        dialect = writing.RUSSIAN if shape.language == "ru" else writing.ENGLISH
        self._store(key, kind, lambda path: writing.write(path, kind, headers, rows, dialect))

    def put_rows(self, key: str, rows: Iterable[Row]) -> None:
        """Stores rows as they come."""
        self._store(key, "application/gzip", lambda path: parts.write(path, rows))

    def rows(self, key: str) -> Iterator[Row]:
        """The rows that were stored."""
        with tempfile.TemporaryFile() as file:
            self._s3.download_fileobj(self._bucket, key, file)
            file.seek(0)
            yield from parts.read(file)

    def link(self, key: str, file_name: str) -> str | None:
        """An address that gives a file as an attachment under a name, for a minute."""
        try:
            self._s3.head_object(Bucket=self._bucket, Key=key)
        except ClientError as error:
            if error.response["Error"]["Code"] in _GONE:
                return None
            raise
        disposition = f"attachment; filename*=UTF-8''{quote(file_name, safe='')}"
        return self._s3.generate_presigned_url(
            "get_object",
            Params={
                "Bucket": self._bucket,
                "Key": key,
                "ResponseContentDisposition": disposition,
            },
            ExpiresIn=_LINK_SECONDS,
        )

    def _store(self, key: str, content_type: str, write: Callable[[Path], None]) -> None:
        """By way of a file, so that its size is no matter."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "table"
            write(path)
            kind = {"ContentType": content_type}
            self._s3.upload_file(str(path), self._bucket, key, ExtraArgs=kind)
