"""Who is told of what happened elsewhere, and in which words."""

from dataclasses import dataclass

from chalicelib.notifications.model import Kind, Words
from chalicelib.notifications.service.once import ToldOnce
from portal.events import Event
from portal.principals import OWNER_GRANT, contact_grant, department_grant, employee_grant

_TAKEN_OFF = "taken_off"
_DEPARTMENTS, _CONTACTS = department_grant(""), contact_grant("")
_EMPLOYEES = employee_grant("")


@dataclass(frozen=True)
class EntryOnCard:
    """A new entry of a card's timeline, and the people it concerns."""

    kind: str
    direction: str | None
    summary: str
    refused: bool
    automatic: bool
    card_title: str
    party: frozenset[str]
    mentioned: frozenset[str]


class Telling(ToldOnce):
    """Tells of what came, and of what did not arrive."""

    def entry(self, event: Event, entry: EntryOnCard) -> None:
        """A letter, a message or a file came to a card, or somebody was mentioned on it."""
        if entry.kind == "mail" and entry.direction == "inbound":
            if entry.automatic:
                # What a program answered stands on the card, and is no reason to call anybody there.
                return
            self.tell(
                event,
                Kind.LETTER,
                entry.party,
                # A mailbox may keep even the subject to its own people.
                lambda words: words.letter.format(
                    card=entry.card_title, summary=entry.summary or "…"
                ),
            )
        elif entry.kind == "message":
            self._message(event, entry)
        elif entry.kind == "file" and not entry.refused:
            self.tell(
                event,
                Kind.FILE,
                entry.party,
                lambda words: words.file.format(card=entry.card_title, summary=entry.summary),
            )
        self._mention(event, entry)

    def unlinked(self, event: Event, reason: str, whose: str = "", subject: str = "") -> None:
        """A letter stands on no card: the departments that may see it, or else the owners, choose one.

        Which cards it fits is not said here: not all who are told may see them. Of one that a colleague took off
        its cards they have heard before. A mailbox may keep even the sender to its own people.
        """
        if reason == _TAKEN_OFF:
            return

        def say(words: Words) -> str:
            sentences = {
                "several_open_deals": words.several_open_deals,
                "not_authenticated": words.not_authenticated,
            }
            sentence = sentences.get(reason, words.unknown_sender)
            if not whose:
                return sentence
            return words.unlinked.format(whose=whose, subject=subject or "…", sentence=sentence)

        self.tell(event, Kind.UNLINKED_LETTER, self._choosers(event), say)

    def file_refused(self, event: Event, person_id: str, name: str) -> None:
        """A file that a person asked for, or sent himself, was refused."""
        self.tell(
            event,
            Kind.FILE_REFUSED,
            {person_id},
            lambda words: words.file_refused.format(name=name),
            but_actor=False,
        )

    def undelivered(
        self, event: Event, author_id: str, subject: str, address: str, fate: str
    ) -> None:
        """A letter that an employee wrote did not arrive, or was not wanted."""

        def say(words: Words) -> str:
            sentences = {"bounced": words.bounced, "complained": words.complained}
            sentence = sentences.get(fate, words.delayed)
            return sentence.format(subject=subject or "…", address=address)

        self.tell(event, Kind.UNDELIVERED, {author_id}, say)

    def mailbox_silent(self, event: Event, address: str) -> None:
        """No letters come to a mailbox: owners look after it."""
        self.tell(
            event,
            Kind.MAILBOX_SILENT,
            self.people.members(OWNER_GRANT),
            lambda words: words.mailbox_silent.format(address=address),
        )

    def _message(self, event: Event, entry: EntryOnCard) -> None:
        """A client's message is told to the people of the deal; theirs to him, by mail as well: he is seldom here."""
        inbound = entry.direction == "inbound"

        def say(words: Words) -> str:
            sentence = words.message if inbound else words.message_to_client
            return sentence.format(
                actor=event.actor.name, card=entry.card_title, summary=entry.summary
            )

        readers = entry.party if inbound else self._clients(event)
        self.tell(event, Kind.MESSAGE, readers, say, mail=not inbound)

    def _mention(self, event: Event, entry: EntryOnCard) -> None:
        self.tell(
            event,
            Kind.MENTION,
            entry.mentioned,
            lambda words: words.mention.format(
                actor=event.actor.name, card=entry.card_title, summary=entry.summary
            ),
        )

    def _clients(self, event: Event) -> set[str]:
        """The accounts of those contacts who may see what the event tells of."""
        contacts = [grant for grant in event.audience if grant.startswith(_CONTACTS)]
        return {person_id for grant in contacts for person_id in self.people.members(grant)}

    def _choosers(self, event: Event) -> set[str]:
        departments = [grant for grant in event.audience if grant.startswith(_DEPARTMENTS)]
        people = {one.removeprefix(_EMPLOYEES) for one in event.audience if _is_employee(one)}
        if people and not departments:
            # A letter to somebody's own mailbox.
            return people
        return {
            person_id
            for grant in departments or [OWNER_GRANT]
            for person_id in self.people.members(grant)
        }


def _is_employee(grant: str) -> bool:
    return grant.startswith(_EMPLOYEES)
