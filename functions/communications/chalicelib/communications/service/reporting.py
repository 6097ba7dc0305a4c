"""What mail servers report of our letters comes to those letters, and to who wrote them."""

from dataclasses import dataclass, replace

from chalicelib.communications.events import CommunicationUndelivered
from chalicelib.communications.model import (
    Communication,
    Letter,
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
        if not letter.reports:
            return
        for communication_id in origin.parent_ids:
            record = self.store.communication(communication_id)
            if record and record.status is Status.SENT and not record.dropped:
                self._mark(record, letter)
                return

    def _mark(self, record: Communication, letter: Letter) -> None:
        recipients = frozenset(one.address for one in (*record.to, *record.cc, *record.bcc))
        known = with_reports(record.undelivered, letter.reports, recipients, self.clock())
        if known == record.undelivered:
            return
        marked = replace(record, undelivered=known)
        boxes = addressed(self.store.mailboxes(), record.mailboxes)
        news = CommunicationUndelivered(marked, audience_of(boxes), privacy=privacy_of(boxes))
        self.bad.refused(refused_for_good(known))
        self.store.save(marked, record, news.to_event(self.ids(), self.clock(), SYSTEM))
