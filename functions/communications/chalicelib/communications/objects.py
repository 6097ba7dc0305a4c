"""Letters, texts and files in the mail bucket.

``inbound/`` is written by SES and never changed, ``outbound/`` holds what we send, ``parsed/`` the texts,
``attachments/`` the files, ``uploads/`` the files on their way into a letter.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

import boto3
from botocore.config import Config
from pydantic import TypeAdapter

from chalicelib.communications.model import Body, File, Upload, UploadTarget
from chalicelib.communications.service.ports import Raw
from portal.errors import NotFoundError

_LINK_SECONDS = 300
_FORM_SECONDS = 3600
# SES takes 40 MB; what is larger came by another way and would not fit into the function's memory.
_MAX_READ = 64 * 1024 * 1024
_BEGINNING = 256 * 1024
_FIRST_LINES = 32 * 1024
_BODY = TypeAdapter(Body)


class MailObjects:
    """The mail bucket."""

    def __init__(self, bucket: str) -> None:
        self._bucket = bucket
        # Presigned forms and addresses of a new bucket must name its region at once.
        self._s3 = boto3.client("s3", config=Config(signature_version="s3v4"))

    def raw(self, key: str) -> Raw:
        """The letter under a key, or its beginning when it is too large to be read."""
        found = self._get(key)
        if found["ContentLength"] > _MAX_READ:
            return Raw(found["Body"].read(_BEGINNING), whole=False)
        return Raw(found["Body"].read())

    def keep_raw(self, key: str, content: bytes) -> None:
        """Stores a letter that we send."""
        self._put(key, content, "message/rfc822")

    def let_go(self, key: str) -> None:
        """Marks a raw letter, which the bucket then keeps for a month."""
        self._mark(key, "month")

    def hold(self, key: str) -> None:
        """Marks it anew: the letter is kept for as long as all others."""
        errors = self._s3.exceptions
        try:
            self._mark(key, "always")
        except errors.NoSuchKey as error:
            raise NotFoundError(f"The mail bucket has no {key}.") from error

    def beginning(self, key: str) -> bytes:
        """The first lines of a letter."""
        with self._get(key)["Body"] as body:
            content: bytes = body.read(_FIRST_LINES)
        return content

    def body(self, communication_id: str) -> Body:
        """The texts and the list of attachments."""
        return _BODY.validate_json(self._get(_body_key(communication_id))["Body"].read())

    def keep_body(self, communication_id: str, body: Body, files: Sequence[File]) -> None:
        """Stores the files first, so that a text never names a file that is not there."""
        for index, file in enumerate(files):
            self._put(_file_key(communication_id, index), file.content, "application/octet-stream")
        self._put(_body_key(communication_id), _BODY.dump_json(body), "application/json")

    def forget(self, communication_id: str, raw_keys: Sequence[str]) -> None:
        """Removes the letter, its texts and its files, each version of them."""
        for key in filter(None, raw_keys):
            self._forget(key)
        self._forget(_body_key(communication_id))
        self._forget(f"attachments/{communication_id}/")

    def attachment_link(self, communication_id: str, index: int, name: str, kind: str) -> str:
        """An address that gives the file as a download for five minutes."""
        return self._link(_file_key(communication_id, index), name, kind)

    def raw_link(self, key: str, name: str) -> str:
        """An address that gives the whole letter as a download for five minutes."""
        return self._link(key, name, "message/rfc822")

    def attachment(self, communication_id: str, index: int) -> bytes:
        """The bytes of a stored file."""
        content: bytes = self._get(_file_key(communication_id, index))["Body"].read()
        return content

    def attachment_as_upload(self, communication_id: str, index: int, upload: Upload) -> None:
        """Puts a stored file where the bytes of an upload come."""
        source = f"{self._bucket}/{_file_key(communication_id, index)}"
        self._s3.copy_object(Bucket=self._bucket, Key=_upload_key(upload), CopySource=source)

    def upload_target(self, upload: Upload) -> UploadTarget:
        """A form that takes exactly the announced key, size and type."""
        fields = {"Content-Type": upload.content_type}
        conditions: list[Any] = [fields, ["content-length-range", upload.size, upload.size]]
        form = self._s3.generate_presigned_post(
            self._bucket, _upload_key(upload), fields, conditions, _FORM_SECONDS
        )
        return UploadTarget(form["url"], form["fields"])

    def uploaded(self, upload: Upload) -> bytes | None:
        """The bytes that came, or None when they did not or are not as announced."""
        try:
            found = self._get(_upload_key(upload))
        except NotFoundError:
            return None
        return found["Body"].read() if found["ContentLength"] == upload.size else None

    def _get(self, key: str) -> Any:  # noqa: ANN401  # boto3 answers with a dictionary of everything
        errors = self._s3.exceptions
        try:
            return self._s3.get_object(Bucket=self._bucket, Key=key)
        except errors.NoSuchKey as error:
            raise NotFoundError(f"The mail bucket has no {key}.") from error
        except errors.ClientError as error:
            # Who may not list a bucket is told "forbidden" of an object that is not there.
            if error.response["Error"]["Code"] == "AccessDenied" and key.startswith("uploads/"):
                raise NotFoundError(f"The mail bucket has no {key}.") from error
            raise

    def _forget(self, place: str) -> None:
        """Removes an object for good, or a whole folder whose name ends with a slash."""
        pages = self._s3.get_paginator("list_object_versions")
        for page in pages.paginate(Bucket=self._bucket, Prefix=place):
            for found in (*page.get("Versions", ()), *page.get("DeleteMarkers", ())):
                if found["Key"] == place or place.endswith("/"):
                    key, version = found["Key"], found["VersionId"]
                    self._s3.delete_object(Bucket=self._bucket, Key=key, VersionId=version)

    def _mark(self, key: str, keep: str) -> None:
        self._s3.put_object_tagging(
            Bucket=self._bucket, Key=key, Tagging={"TagSet": [{"Key": "keep", "Value": keep}]}
        )

    def _put(self, key: str, content: bytes, kind: str) -> None:
        self._s3.put_object(Bucket=self._bucket, Key=key, Body=content, ContentType=kind)

    def _link(self, key: str, name: str, kind: str) -> str:
        parameters = {
            "Bucket": self._bucket,
            "Key": key,
            "ResponseContentDisposition": content_disposition(name),
            "ResponseContentType": kind,
        }
        return self._s3.generate_presigned_url("get_object", parameters, _LINK_SECONDS)


def content_disposition(name: str) -> str:
    """The header that saves a file under its name, with an ASCII name for old software (RFC 6266)."""
    plain = "".join(c if c.isascii() and c.isprintable() and c not in '"\\%' else "_" for c in name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def _body_key(communication_id: str) -> str:
    return f"parsed/{communication_id}.json"


def _file_key(communication_id: str, index: int) -> str:
    return f"attachments/{communication_id}/{index}"


def _upload_key(upload: Upload) -> str:
    return f"uploads/{upload.id}"
