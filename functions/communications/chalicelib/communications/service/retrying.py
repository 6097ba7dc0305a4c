"""Reading a letter once more that could not be read before."""

from dataclasses import dataclass, replace

from chalicelib.communications.model import Communication
from chalicelib.communications.service.ports import Objects, Store
from chalicelib.communications.service.reading import Reading
from chalicelib.communications.service.receiving import Receiving
from chalicelib.communications.service.recording import body_of
from portal.errors import ConflictError
from portal.principals import Principal


@dataclass(frozen=True)
class Retrying:
    """Another attempt at letters with a problem."""

    store: Store
    objects: Objects
    reading: Reading
    receiving: Receiving

    def parse(
        self, caller: Principal, authorization: str | None, communication_id: str
    ) -> Communication:
        """The record as the letter reads now; where it stands and what people did with it stays.

        Raises:
            NotFoundError: there is no such communication, or it is not for the caller.
            ConflictError: the letter has no problem.
        """
        before = self.reading.record(caller, authorization, communication_id)
        if before.problem is None:
            raise ConflictError("This letter was read without a problem.")
        letter = self.receiving.read(before.raw_key)
        origin = self.receiving.tracing.origin(letter)
        record, original = self.receiving.recorded(before, letter, origin)
        if letter.problem is not None:
            return self.store.save(record, before)
        record = replace(record, audience=before.audience | origin.audience)
        self.objects.keep_body(record.id, body_of(original), original.files)
        return self.store.save(record, before, self.receiving.announced(record, origin))
