"""What mail servers report of our letters comes to those letters, and to who wrote them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from chalicelib.communications.events import CommunicationUndelivered
from chalicelib.communications.model import (
    Communication,
    Letter,
    Report,
    Status,
    addressed,
    audience_of,
    privacy_of,
    with_reports,
)
from chalicelib.communications.model.bad_addresses import refused_for_good
from chalicelib.communications.service.bad_addresses import BadAddresses
from chalicelib.communications.service.ports import Store
from chalicelib.communications.service.tracing import Origin
from portal.clock import Clock
from portal.ids import Ids
from portal.principals import SYSTEM


@dataclass(frozen=True)
class Reporting:
    """Marking letters that were not delivered."""

    store: Store
    bad: BadAddresses
    clock: Clock
    ids: Ids

    def report(self, letter: Letter, origin: Origin) -> None:
        """Marks the letter that the reports are about and the addresses that refused it; the same again changes nothing.

        Whoever knows the Message-ID of a letter of ours could make such a report up, so it counts for nothing but
        the recipients that the letter had.
        """
        self.bad.heard_from(letter)
        if letter.reports:
            self._report(origin.parent_ids, letter.reports)

    def told(self, message_ids: Iterable[str], reports: tuple[Report, ...]) -> None:
        """Marks the letter that the mail service tells of by its own ids; of others' letters it knows nothing."""
        known = self.store.known(message_ids) if reports else {}
        self._report([one.communication_id for one in known.values() if one.ours], reports)

    def _report(self, communication_ids: Iterable[str], reports: tuple[Report, ...]) -> None:
        for communication_id in communication_ids:
            record = self.store.communication(communication_id)
            if record and record.status is Status.SENT and not record.dropped:
                self._mark(record, reports)
                return

    def _mark(self, record: Communication, reports: tuple[Report, ...]) -> None:
        recipients = frozenset(one.address for one in (*record.to, *record.cc, *record.bcc))
        known = with_reports(record.undelivered, reports, recipients, self.clock())
        if known == record.undelivered:
            return
        marked = replace(record, undelivered=known)
        boxes = addressed(self.store.mailboxes(), record.mailboxes)
        news = CommunicationUndelivered(marked, audience_of(boxes), privacy=privacy_of(boxes))
        self.bad.refused(refused_for_good(known))
        self.store.save(marked, record, news.to_event(self.ids(), self.clock(), SYSTEM))
