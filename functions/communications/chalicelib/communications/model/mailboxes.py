"""The company's mailboxes: whose they are, and how much of their letters others see."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from portal.principals import OWNER_GRANT, Principal, department_grant, employee_grant
from portal.values import dataclass


class MailboxKind(StrEnum):
    """Whose a mailbox is."""

    SHARED = "shared"
    PERSONAL = "personal"


class Privacy(StrEnum):
    """What colleagues who see the card of a letter may see of the letter, the most open first."""

    FULL = "full"
    SUBJECT = "subject"
    HIDDEN = "hidden"


_OPENNESS = tuple(Privacy)


@dataclass(frozen=True)
class Mailbox:
    """An address of the company: shared by departments and people, or one person's own.

    A closed one takes no letters any more; those that it has stay with its people.
    """

    id: str
    address: str
    name: str
    kind: MailboxKind = MailboxKind.SHARED
    department_ids: tuple[str, ...] = ()
    person_ids: tuple[str, ...] = ()
    person_id: str | None = None
    privacy: Privacy = Privacy.FULL
    closed: bool = False
    version: int | None = None

    @property
    def readers(self) -> frozenset[str]:
        """The grants of those who read and answer its letters."""
        if self.kind is MailboxKind.PERSONAL:
            return frozenset({employee_grant(self.person_id)} if self.person_id else ())
        departments = map(department_grant, self.department_ids)
        return frozenset({*departments, *map(employee_grant, self.person_ids)})

    def is_of(self, person: Principal) -> bool:
        """Whether the person reads and answers its letters."""
        return person.may_see(self.readers)

    def is_listed_for(self, person: Principal) -> bool:
        """Whether the person may know of it: a personal one is its person's and the owners' matter."""
        return self.kind is MailboxKind.SHARED or person.is_owner or self.is_of(person)


def audience_of(mailboxes: Iterable[Mailbox]) -> frozenset[str]:
    """Who may see a letter to the mailboxes while it stands on no card.

    Owners too, unless every mailbox keeps its letters to its own people.
    """
    boxes = list(mailboxes)
    readers = frozenset[str]().union(*(box.readers for box in boxes))
    return readers if readers and privacy_of(boxes) is not Privacy.FULL else readers | {OWNER_GRANT}


def privacy_of(mailboxes: Iterable[Mailbox]) -> Privacy:
    """What everybody may see of a letter to the mailboxes: as much as the most open of them shows."""
    return min((box.privacy for box in mailboxes), key=_OPENNESS.index, default=Privacy.FULL)


def privacy_for(person: Principal, mailboxes: Sequence[Mailbox]) -> Privacy:
    """What the person may see of a letter to the mailboxes, when he may know of the letter at all."""
    if any(box.is_of(person) for box in mailboxes):
        return Privacy.FULL
    return privacy_of(mailboxes)


def addressed(mailboxes: Iterable[Mailbox], recipients: Iterable[str]) -> list[Mailbox]:
    """The mailboxes among the recipients, in the order of the recipients."""
    by_address = {box.address: box for box in mailboxes}
    return [by_address[address] for address in recipients if address in by_address]


def writable(mailboxes: Iterable[Mailbox], writer: Principal) -> list[Mailbox]:
    """The mailboxes that a person may write from, the likeliest first: his own, his departments', else all shared."""
    usable = [box for box in mailboxes if not box.closed]
    shared = [box for box in usable if box.kind is MailboxKind.SHARED]
    own = [box for box in usable if box.is_of(writer)]
    return sorted(own or shared, key=lambda box: (box.kind is MailboxKind.SHARED, box.id))


def of_writer(mailboxes: Sequence[Mailbox], writer: Principal) -> Mailbox | None:
    """The mailbox that a person writes from when he chooses none: see `writable`."""
    return next(iter(writable(mailboxes, writer)), None)
