"""Letters that were not recorded, on the wire."""

from typing import Self

from chalicelib.communications.service.restoring import ShownSkipped
from portal.wire import Instant, Response


class SkippedView(Response):
    """A letter that was left out: by a rule, or, with null, because its sender is never recorded.

    Of a mailbox that keeps to itself neither sender nor subject are told.
    """

    id: str
    at: Instant
    mailboxes: list[str]
    rule: str | None
    sender: str
    sender_name: str
    subject: str

    @classmethod
    def of(cls, shown: ShownSkipped) -> Self:
        """The domain's form as it is sent."""
        skipped = shown.skipped
        return cls(
            id=skipped.id,
            at=skipped.at,
            mailboxes=list(skipped.mailboxes),
            rule=skipped.rule,
            sender=shown.sender.address,
            sender_name=shown.sender.name,
            subject=shown.subject,
        )
