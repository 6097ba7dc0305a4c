"""Telling people of an event, each once."""

from collections.abc import Callable, Iterable

from chalicelib.notifications.events import NotificationAdded
from chalicelib.notifications.model import Kind, Person, Words, language_of, notification_for
from chalicelib.notifications.service.ports import InboxStore, PeopleStore
from portal.clock import Clock
from portal.events import Event
from portal.ids import Ids
from portal.values import dataclass

Say = Callable[[Words], str]


@dataclass(frozen=True)
class ToldOnce:
    """Tells each person once, however often it hears of the same event."""

    inbox: InboxStore
    people: PeopleStore
    clock: Clock
    ids: Ids

    def tell(
        self,
        event: Event,
        kind: Kind,
        person_ids: Iterable[str],
        say: Say,
        *,
        but_actor: bool = True,
        mail: bool = False,
    ) -> None:
        """Tells each of the people, in his language and as he wishes; with `but_actor`, not who did it himself."""
        wanted = sorted(set(person_ids) - ({event.actor.id} if but_actor else set()))
        people = self.people.people(wanted)
        for person_id in wanted:
            person = people.get(person_id)
            # Somebody not heard of yet is told all the same: his record may come later than his first letter.
            if person is None or person.active:
                words = language_of(person.language if person else None)
                notification = notification_for(
                    person_id,
                    kind,
                    say(words),
                    about=event.about,
                    at=event.occurred_at,
                    event_id=event.id,
                    mail=mail or _mailed(person, kind),
                    silent=_silent(person, kind),
                )
                told = NotificationAdded(notification).to_event(self.ids(), self.clock())
                self.inbox.add(notification, told)


def _mailed(person: Person | None, kind: Kind) -> bool:
    return person is not None and not person.is_client and person.preferences.by_mail(kind)


def _silent(person: Person | None, kind: Kind) -> bool:
    return person is not None and not person.preferences.in_portal(kind)
