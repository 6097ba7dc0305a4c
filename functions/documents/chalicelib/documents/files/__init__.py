"""The contents of files: where they lie, and what they really are."""

from chalicelib.documents.files.bucket import S3Files

__all__ = ["S3Files"]
