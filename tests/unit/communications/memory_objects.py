"""The mail bucket in memory."""

from collections.abc import Sequence

from tests.unit.communications.erasing_fakes import Forgetful

from chalicelib.communications.model import Body, File, Upload, UploadTarget
from chalicelib.communications.service.ports import Raw
from portal.errors import NotFoundError


class MemoryObjects(Forgetful):
    """A bucket."""

    def __init__(self) -> None:
        self.raws: dict[str, Raw] = {}
        self.bodies: dict[str, Body] = {}
        self.files: dict[tuple[str, int], bytes] = {}
        self.posted: dict[str, bytes] = {}
        self.let_gone: list[str] = []

    def let_go(self, key: str) -> None:
        self.let_gone.append(key)

    def hold(self, key: str) -> None:
        if key not in self.raws:
            raise NotFoundError(key)
        self.let_gone = [one for one in self.let_gone if one != key]

    def beginning(self, key: str) -> bytes:
        return self.raw(key).content

    def raw(self, key: str) -> Raw:
        if key not in self.raws:
            raise NotFoundError(key)
        return self.raws[key]

    def keep_raw(self, key: str, content: bytes) -> None:
        self.raws[key] = Raw(content)

    def body(self, communication_id: str) -> Body:
        return self.bodies[communication_id]

    def keep_body(self, communication_id: str, body: Body, files: Sequence[File]) -> None:
        self.files |= {(communication_id, n): file.content for n, file in enumerate(files)}
        self.bodies[communication_id] = body

    def attachment_link(self, communication_id: str, index: int, name: str, kind: str) -> str:
        return f"https://files/{communication_id}/{index}?{name}&{kind}"

    def raw_link(self, key: str, name: str) -> str:
        return f"https://files/{key}?{name}"

    def attachment(self, communication_id: str, index: int) -> bytes:
        return self.files[communication_id, index]

    def attachment_as_upload(self, communication_id: str, index: int, upload: Upload) -> None:
        self.posted[upload.id] = self.files[communication_id, index]

    def upload_target(self, upload: Upload) -> UploadTarget:
        return UploadTarget("https://files", {"key": upload.id})

    def uploaded(self, upload: Upload) -> bytes | None:
        return self.posted.get(upload.id)
