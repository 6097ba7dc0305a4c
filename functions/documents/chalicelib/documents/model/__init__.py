"""Files, their versions, and the requests by which outsiders send them: words and rules."""

from chalicelib.documents.model.files import (
    Access,
    Document,
    File,
    Finding,
    State,
    Stray,
    Upload,
    Version,
    staff_only,
)
from chalicelib.documents.model.formats import FORMATS, MAX_FILE_BYTES, require_formats
from chalicelib.documents.model.names import display_name
from chalicelib.documents.model.requests import RequestState, Slot, Terms, UploadRequest, hash_of

__all__ = [
    "FORMATS",
    "MAX_FILE_BYTES",
    "Access",
    "Document",
    "File",
    "Finding",
    "RequestState",
    "Slot",
    "State",
    "Stray",
    "Terms",
    "Upload",
    "UploadRequest",
    "Version",
    "display_name",
    "hash_of",
    "require_formats",
    "staff_only",
]
