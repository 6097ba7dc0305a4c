"""Telling people what touched their ways in."""

from contextlib import suppress

from chalicelib.people.model.alert_words import written
from chalicelib.people.service.books import SecurityBook
from chalicelib.people.service.ports import Post, Store
from portal.clock import Clock
from portal.letters import Letter, RefusedError
from portal.values import dataclass


@dataclass(frozen=True)
class Alerts:
    """One letter a note; a second one only if it is not known that the first has gone."""

    store: Store
    book: SecurityBook
    post: Post
    clock: Clock
    mail_domain: str
    portal_url: str

    def send(self, person_id: str, note_id: str) -> None:
        """Tells the person of a note, unless that has been done."""
        note = self.book.untold(person_id, note_id)
        person = self.store.person(person_id) if note else None
        if note is None or person is None or not person.active:
            return
        link = f"{self.portal_url}/settings/security"
        words = written(person.language, note.kind, person.name, note.actor.name, note.detail, link)
        message_id = f"<security-{note.id}@{self.mail_domain}>"
        letter = Letter(message_id, person.email, words.subject, words.text, words.html)
        # Nobody can be told by an address that takes no letters; the note stands in his settings.
        with suppress(RefusedError):
            self.post.send(letter)
        self.book.told(note, self.clock())
