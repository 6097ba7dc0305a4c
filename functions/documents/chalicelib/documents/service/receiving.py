"""What comes to the upload addresses: each file is judged by its content before anybody can have it."""

from dataclasses import replace

from chalicelib.documents.events import judged
from chalicelib.documents.model import State, Stray, Upload, Version
from chalicelib.documents.service.ports import Files, Store
from portal.clock import Clock
from portal.errors import ConflictError, NotFoundError
from portal.ids import Ids, is_id
from portal.paging import Page, PageRequest
from portal.values import dataclass

_TRIES = 5
_STEPS = 3


@dataclass(frozen=True)
class Receiving:
    """Files as they come, at least once and in any order."""

    store: Store
    files: Files
    clock: Clock
    ids: Ids

    def receive(self, upload: Upload, size: int) -> None:
        """Judges an upload and puts it where it belongs; the same one again changes nothing.

        The content is copied before the record says so, and removed from where it came only afterwards, so that a
        crash at any point leaves something that the repeated notice completes.

        Raises:
            NotFoundError: the object of a file that is waited for is gone.
            ConflictError: the records are very busy.
        """
        version = self._waited_for(upload.key)
        # Not every store tells the version in its notice; without it a second use of the address looks like the first.
        came = upload if upload.revision else self.files.pinned(upload)
        if version is None:
            self._set_aside(upload, size, "No file was waited for at this address.")
        elif version.state is State.WAITING:
            self._judge(version, came or upload)
        elif came and came.revision == version.source:
            self.files.remove(came)
        elif came:
            self._set_aside(came, size, "The address was used a second time.")

    def strays(self, page: PageRequest) -> Page[Stray]:
        """The objects that nobody waited for."""
        return self.store.strays(page)

    def _waited_for(self, key: str) -> Version | None:
        steps = key.split("/")
        if len(steps) != _STEPS or not is_id(steps[1]) or not steps[2].isdecimal():
            return None
        return self.store.version(steps[1], int(steps[2]))

    def _judge(self, version: Version, upload: Upload) -> None:
        finding = self.files.examine(upload, version.file.content_type)
        if finding is None:
            raise NotFoundError(f"The object of {upload.key} is gone before it was read.")
        known = version.judged(finding, upload)
        kept = replace(known, revision=self.files.keep(upload, known))
        self._record(kept)
        self.files.remove(upload)

    def _record(self, version: Version) -> None:
        """Many files of one request may come at once: whoever finds its record changed takes it up anew.

        A version that was judged meanwhile stays a conflict: the notice comes again, and is then known as a repeated
        one or as that of a second use of the address.
        """
        for _ in range(_TRIES - 1):
            try:
                return self._try_record(version)
            except ConflictError:
                if self._is_judged(version):
                    raise
        return self._try_record(version)

    def _try_record(self, version: Version) -> None:
        document = self.store.document(version.document_id)
        if document is None:
            raise NotFoundError(f"The document {version.document_id} is gone.")
        now = self.clock()
        # Whether the client may see it is decided on the document, and may have changed since the place was given.
        version = replace(version, access=document.access)
        token_hash = version.request_hash
        request = self.store.request_by_token(token_hash) if token_hash else None
        self.store.judge(
            version,
            document.with_version(version, now),
            request.with_file(version) if request else None,
            judged(version).to_event(self.ids(), now),
        )

    def _is_judged(self, version: Version) -> bool:
        stored = self.store.version(version.document_id, version.number)
        return stored is not None and stored.state is not State.WAITING

    def _set_aside(self, upload: Upload, size: int, reason: str) -> None:
        self.store.add_stray(Stray(upload.key, upload.revision, size, self.clock(), reason))
