"""The formats that are accepted; how each is told by its content stands in `chalicelib.documents.files.inspection`."""

from collections.abc import Iterable

from portal.errors import InvalidError

MAX_FILE_BYTES = 1024**3
"""What one function can read through in its time, with room to spare."""

ANY_FORMAT = "application/octet-stream"
"""A format that we do not know: accepted of an employee, always handed out as a plain attachment."""

FORMATS = frozenset(
    {
        "application/msword",
        "application/pdf",
        "application/rtf",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.oasis.opendocument.text",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.rar",
        "application/x-7z-compressed",
        "application/zip",
        "audio/mpeg",
        "audio/ogg",
        "audio/wav",
        "image/bmp",
        "image/gif",
        "image/heic",
        "image/heif",
        "image/jpeg",
        "image/png",
        "image/tiff",
        "image/vnd.dwg",
        "image/webp",
        "text/csv",
        "text/plain",
        "video/mp4",
        "video/quicktime",
    }
)


def require_formats(formats: Iterable[str], pointer: str) -> tuple[str, ...]:
    """Media types that may be asked of an outsider, in order and each once.

    Raises:
        InvalidError: at `pointer/<index>`, when one of them is not of `FORMATS`.
    """
    chosen = tuple(dict.fromkeys(formats))
    for index, name in enumerate(chosen):
        if name not in FORMATS:
            raise InvalidError.at(
                f"{pointer}/{index}", f"Choose from {', '.join(sorted(FORMATS))}."
            )
    return chosen


def require_format(name: str) -> str:
    """The media type of an employee's file.

    Raises:
        InvalidError: it is neither of `FORMATS` nor `ANY_FORMAT`.
    """
    if name not in FORMATS | {ANY_FORMAT}:
        raise InvalidError.at(
            "/content_type",
            f"Choose from {', '.join(sorted(FORMATS))}, or {ANY_FORMAT} for anything else.",
        )
    return name
