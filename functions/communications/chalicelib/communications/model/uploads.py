"""Files that a person uploads before he sends them."""

from portal.values import dataclass

MAX_TOTAL_BYTES = 25 * 1024 * 1024


@dataclass(frozen=True)
class Upload:
    """A file announced by its owner; its bytes come by the address that he was given."""

    id: str
    owner_id: str
    file_name: str
    size: int
    content_type: str


@dataclass(frozen=True)
class UploadTarget:
    """Where and with which form fields the bytes are posted."""

    url: str
    fields: dict[str, str]
