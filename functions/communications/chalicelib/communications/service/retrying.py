"""Reading a stored letter once more: one that could not be read, or that the portal would read better by now."""

from dataclasses import replace

from chalicelib.communications.model import Communication, is_arrival
from chalicelib.communications.service.ports import Objects, Store
from chalicelib.communications.service.reading import Reading
from chalicelib.communications.service.receiving import Receiving
from chalicelib.communications.service.recording import body_of
from portal.errors import ConflictError
from portal.principals import Principal
from portal.values import dataclass


@dataclass(frozen=True)
class Rereading:
    """Another reading of what was stored; the same again changes nothing."""

    store: Store
    objects: Objects
    receiving: Receiving

    def again(self, before: Communication) -> Communication:
        """A letter that came as it reads now; where it stands and what people did with it stays.

        Raises:
            NotFoundError: it is no longer kept.
            StaleVersionError: somebody changed the record meanwhile.
        """
        letter = self.receiving.read(before.raw_key, before.delivered_to)
        if letter.problem is not None and before.problem is None:
            return before
        origin = self.receiving.tracing.origin(letter)
        record, original = self.receiving.recorded(before, letter, origin)
        if letter.problem is not None:
            return self.store.save(record, before)
        if before.problem is not None:
            record = replace(record, audience=before.audience | origin.audience)
        self.objects.keep_body(record.id, body_of(original), original.files)
        # What was read well before is known everywhere: to tell of it again would call people again.
        event = self.receiving.announced(record, origin) if before.problem is not None else None
        return self.store.save(record, before, event)


@dataclass(frozen=True)
class Retrying:
    """A person's wish to have a letter read once more."""

    reading: Reading
    rereading: Rereading

    def parse(
        self, caller: Principal, authorization: str | None, communication_id: str
    ) -> Communication:
        """The record as the letter reads now.

        Raises:
            NotFoundError: there is no such communication, or it is not for the caller.
            ConflictError: it is no letter that came.
        """
        before = self.reading.record(caller, authorization, communication_id)
        if not is_arrival(before):
            raise ConflictError("Only a letter that came can be read again.")
        return self.rereading.again(before)
