"""The company's mailboxes, and the files that people upload for their letters."""

from dataclasses import dataclass
from datetime import timedelta

from chalicelib.communications.model import (
    MAX_TOTAL_BYTES,
    PREFIX,
    Mailbox,
    Upload,
    UploadTarget,
)
from chalicelib.communications.model.addresses import is_within
from chalicelib.communications.service.ports import Objects, Store
from portal.clock import Clock
from portal.errors import InvalidError
from portal.ids import Ids
from portal.principals import Principal

UPLOAD_LIFETIME = timedelta(days=1)


@dataclass(frozen=True)
class Mailboxes:
    """The addresses that the company reads."""

    store: Store
    mail_domain: str
    ids: Ids

    def all(self) -> list[Mailbox]:
        """Every mailbox, by address."""
        return sorted(self.store.mailboxes(), key=lambda mailbox: mailbox.address)

    def add(self, address: str, name: str, department_id: str) -> Mailbox:
        """A new mailbox of a department.

        Raises:
            InvalidError: mail to the address does not come here, or the address is of another use.
            ConflictError: the address is a mailbox already.
        """
        local, _, host = address.rpartition("@")
        if not is_within(host, self.mail_domain):
            raise InvalidError.at("/address", f"Take an address under {self.mail_domain}.")
        if local.startswith(PREFIX):
            raise InvalidError.at("/address", f"Addresses with {PREFIX} are made by the portal.")
        mailbox = Mailbox(self.ids(), address, name, department_id)
        self.store.add_mailbox(mailbox)
        return mailbox


@dataclass(frozen=True)
class Uploads:
    """Files on their way into a letter."""

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
