"""The mail of somebody who leaves goes to a colleague: his mailboxes, and the letters in them that wait."""

from collections.abc import Iterator
from dataclasses import replace

from chalicelib.communications.model import Communication, Mailbox, State
from chalicelib.communications.service.ports import Store
from portal.paging import PageRequest
from portal.principals import employee_grant
from portal.values import dataclass

_AT_A_TIME = PageRequest(25)


@dataclass(frozen=True)
class MailHanding:
    """Each step is done once, however often it is asked for: what went leaves the lists that are read here."""

    store: Store

    def hand_over(self, from_id: str, to_id: str) -> None:
        """Lets a colleague read and answer what the mailboxes of somebody have and get from now on.

        Letters on cards are seen by those who see the cards; the privacy of a mailbox goes by its people of now.

        Raises:
            StaleVersionError, ConflictError: somebody changes the same at this moment; try again.
        """
        for mailbox in self.store.mailboxes():
            after = _handed(mailbox, from_id, to_id)
            if after != mailbox:
                self.store.save_mailbox(after)
        for letter in self._waiting(from_id):
            audience = letter.audience - {employee_grant(from_id)} | {employee_grant(to_id)}
            self.store.save(replace(letter, audience=audience), letter)

    def _waiting(self, person_id: str) -> Iterator[Communication]:
        """The letters that wait for him, read again and again until there are none."""
        grants = frozenset({employee_grant(person_id)})
        while page := self.store.communications(State.UNLINKED, grants, _AT_A_TIME).items:
            yield from page


def _handed(mailbox: Mailbox, from_id: str, to_id: str) -> Mailbox:
    readers = tuple(
        dict.fromkeys(to_id if each == from_id else each for each in mailbox.person_ids)
    )
    owner = to_id if mailbox.person_id == from_id else mailbox.person_id
    return replace(mailbox, person_ids=readers, person_id=owner)
