"""The contents of files in S3."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, Any, BinaryIO, cast
from urllib.parse import quote

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from chalicelib.documents.files.inspection import examine
from chalicelib.documents.model import File, Finding, State, Upload, Version
from chalicelib.documents.model.formats import ANY_FORMAT
from chalicelib.documents.service.ports import Form

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer
    from mypy_boto3_s3 import S3Client

_LINK_SECONDS = 60
_READ_BYTES = 8 * 1024 * 1024
_GONE = frozenset({"404", "NoSuchKey", "NoSuchVersion"})
# RFC 8187, 3.2.1: what may stand in an extended value as it is.
_ATTRIBUTE_CHARACTERS = "!#$&+-.^_`|~"


class S3Files:
    """One bucket: ``uploads/`` for what comes, ``files/`` for what is kept, ``quarantine/`` for what is refused."""

    def __init__(self, bucket: str) -> None:
        self._bucket = bucket
        self._s3: S3Client = boto3.client(
            "s3", config=Config(signature_version="s3v4", retries={"mode": "standard"})
        )

    def form(self, key: str, file: File, valid_for: timedelta) -> Form:
        """A form whose policy S3 enforces.

        Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
        """
        kind = {"Content-Type": file.content_type}
        form = self._s3.generate_presigned_post(
            self._bucket,
            key,
            Fields=dict(kind),
            Conditions=[kind, ["content-length-range", 1, file.size]],
            ExpiresIn=max(1, int(valid_for.total_seconds())),
        )
        return Form(form["url"], form["fields"])

    def link(self, version: Version) -> str:
        """An address that gives the content as an attachment under its name, for a minute."""
        return self._s3.generate_presigned_url(
            "get_object",
            Params={
                **self._at(version.key, version.revision),
                "ResponseContentDisposition": attachment(version.file.name),
                "ResponseContentType": version.file.content_type,
            },
            ExpiresIn=_LINK_SECONDS,
        )

    def pinned(self, upload: Upload) -> Upload | None:
        """The upload with the version that is the newest at this moment."""
        with _none_when_gone():
            head = self._s3.head_object(**self._at(upload.key, None))
            return Upload(upload.key, head.get("VersionId"))
        return None

    def examine(self, upload: Upload, content_type: str) -> Finding | None:
        """What the content is, against what it was said to be."""
        with _none_when_gone():
            head = self._s3.head_object(**self._at(upload.key, upload.revision))
            raw = _Object(self._s3, self._at(upload.key, upload.revision), head["ContentLength"])
            with BufferedReader(raw, _READ_BYTES) as content:
                return examine(cast("BinaryIO", content), content_type)
        return None

    def keep(self, upload: Upload, version: Version) -> str | None:
        """Copies an upload to the version's key; a refused one loses the type by which it might be opened."""
        refused = version.state is State.QUARANTINED
        copied = self._s3.copy_object(
            Bucket=self._bucket,
            Key=version.key,
            CopySource=self._at(upload.key, upload.revision),  # type: ignore[arg-type]  # built to its shape
            MetadataDirective="REPLACE",
            ContentType=ANY_FORMAT if refused else version.file.content_type,
            # Kept with the object too: not every store heeds what a link asks for.
            ContentDisposition=attachment(version.file.name),
        )
        return copied.get("VersionId")

    def remove(self, upload: Upload) -> None:
        """Removes an upload that was copied; S3 makes no error of one that is gone."""
        self._s3.delete_object(**self._at(upload.key, upload.revision))

    def forget(self, document_id: str) -> None:
        """Removes all contents of a document, wherever they are kept, each version of each object."""
        pages = self._s3.get_paginator("list_object_versions")
        for folder in ("uploads", "files", "quarantine"):
            prefix = f"{folder}/{document_id}/"
            for page in pages.paginate(Bucket=self._bucket, Prefix=prefix):
                for found in (*page.get("Versions", ()), *page.get("DeleteMarkers", ())):
                    self._s3.delete_object(**self._at(found["Key"], found["VersionId"]))

    def _at(self, key: str, revision: str | None) -> dict[str, Any]:
        at = {"Bucket": self._bucket, "Key": key}
        return at | {"VersionId": revision} if revision else at


def attachment(name: str) -> str:
    """``Content-Disposition`` for a name in any alphabet, with an ASCII one for old programs.

    Source: https://www.rfc-editor.org/rfc/rfc6266, 4.3 and appendix D
    """
    plain = "".join(c if c.isascii() and c.isprintable() and c not in '"\\%' else "_" for c in name)
    return (
        f'attachment; filename="{plain}"; '
        f"filename*=UTF-8''{quote(name, safe=_ATTRIBUTE_CHARACTERS)}"
    )


class _Object(RawIOBase):
    """An object as a file that can be read from any place, a range at a time."""

    def __init__(self, s3: "S3Client", at: dict[str, Any], size: int) -> None:
        super().__init__()
        self._s3, self._at, self._size, self._position = s3, at, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        self._position = offset + (0, self._position, self._size)[whence]
        return self._position

    def tell(self) -> int:
        return self._position

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        end = min(self._position + len(view), self._size)
        if self._position >= end:
            return 0
        content = self._s3.get_object(**self._at, Range=f"bytes={self._position}-{end - 1}")
        data = content["Body"].read()
        view[: len(data)] = data
        self._position += len(data)
        return len(data)


@contextmanager
def _none_when_gone() -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        if error.response["Error"]["Code"] not in _GONE:
            raise
