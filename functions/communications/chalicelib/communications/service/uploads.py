"""Files on their way into a letter."""

from datetime import timedelta

from chalicelib.communications.model import MAX_TOTAL_BYTES, Upload, UploadTarget
from chalicelib.communications.service.ports import Objects, Store
from portal.clock import Clock
from portal.errors import InvalidError
from portal.ids import Ids
from portal.principals import Principal
from portal.values import dataclass

UPLOAD_LIFETIME = timedelta(days=1)


@dataclass(frozen=True)
class Uploads:
    """Files that people upload for their letters."""

    store: Store
    objects: Objects
    clock: Clock
    ids: Ids

    def announce(
        self, caller: Principal, file_name: str, size: int, content_type: str
    ) -> tuple[Upload, UploadTarget]:
        """An upload, and where its bytes go within a day.

        Raises:
            InvalidError: the file is larger than a letter may be.
        """
        if size > MAX_TOTAL_BYTES:
            raise InvalidError.at("/size", "All files of a letter together may have 25 MB at most.")
        upload = Upload(self.ids(), caller.id, file_name, size, content_type)
        self.store.add_upload(upload, self.clock() + UPLOAD_LIFETIME)
        return upload, self.objects.upload_target(upload)
