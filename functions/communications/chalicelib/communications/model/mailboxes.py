"""The company's mailboxes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portal.principals import OWNER_GRANT, Principal, department_grant


@dataclass(frozen=True)
class Mailbox:
    """An address of the company, read and answered by one department."""

    id: str
    address: str
    name: str
    department_id: str


def audience_of(mailboxes: Iterable[Mailbox]) -> frozenset[str]:
    """Who may see a letter to the mailboxes while it stands on no card."""
    return frozenset({OWNER_GRANT, *(department_grant(box.department_id) for box in mailboxes)})


def addressed(mailboxes: Iterable[Mailbox], recipients: Iterable[str]) -> list[Mailbox]:
    """The mailboxes among the recipients, in the order of the recipients."""
    by_address = {box.address: box for box in mailboxes}
    return [by_address[address] for address in recipients if address in by_address]


def of_writer(mailboxes: Sequence[Mailbox], writer: Principal) -> Mailbox | None:
    """The mailbox that a person writes from: his department's, else the company's first."""
    departments = writer.department_ids | writer.headed_ids
    own = [box for box in mailboxes if box.department_id in departments]
    return min(own or mailboxes, key=lambda box: box.id, default=None)
