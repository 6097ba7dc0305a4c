"""What the use cases need from outside; adapters provide it, tests have it in memory."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from chalicelib.notifications.model import (
    Delivery,
    DueDigest,
    GoingOn,
    Notification,
    Person,
    Preferences,
    Reminder,
)
from portal.cards import CardRef
from portal.events import Event
from portal.letters import Letter
from portal.paging import Page, PageRequest


class Cards(Protocol):
    """The cards, as the person who asks may see them."""

    def visible(self, authorization: str | None, cards: Iterable[CardRef]) -> Collection[CardRef]:
        """Those of the cards that the bearer of the header may see; raises `UnavailableError`."""
        ...


class Post(Protocol):
    """What carries letters."""

    def send(self, letter: Letter) -> str:
        """Hands the letter over and gives the provider's id; raises `RefusedError` when it never can."""
        ...


class PeopleStore(Protocol):
    """The people who can be told something."""

    def person(self, person_id: str) -> Person | None:
        """One person."""
        ...

    def people(self, person_ids: Iterable[str]) -> Mapping[str, Person]:
        """Several with their wishes, by their ids; the unknown are left out."""
        ...

    def save_person(self, person: Person, before: Person | None) -> None:
        """Stores a person with his memberships; raises `ConflictError` when `before` is no longer what is stored."""

    def preferences(self, person_id: str) -> Preferences | None:
        """One person's wishes, if he has said them."""
        ...

    def save_preferences(self, person_id: str, preferences: Preferences) -> None:
        """Stores a person's wishes; the last ones hold."""

    def members(self, grant: str) -> Iterator[str]:
        """The ids of the active people with that membership."""
        ...


class RemindersStore(Protocol):
    """Reminders, and how far their firing has come."""

    def add_reminder(self, reminder: Reminder, event: Event) -> None:
        """Stores a new reminder."""

    def reminder(self, reminder_id: str) -> Reminder | None:
        """One reminder."""
        ...

    def upcoming(self, person_id: str, page: PageRequest) -> Page[Reminder]:
        """The person's pending reminders, the next one first."""
        ...

    def change(self, reminder: Reminder, event: Event) -> None:
        """Stores another instant and text of a reminder; raises `ConflictError` when it has fired."""

    def give(self, reminder: Reminder, person_id: str, event: Event) -> None:
        """Makes it somebody else's; raises `ConflictError` when it has fired or is not that person's any more."""

    def cancel(self, reminder: Reminder, event: Event, at: datetime) -> None:
        """Marks a reminder as done, whether it has fired or not; it is forgotten after a while."""

    def due(self, shard: int, until: datetime, page: PageRequest) -> Page[Reminder]:
        """The pending reminders of a part that are for then or earlier, the earliest first."""
        ...

    def fire(
        self, reminder: Reminder, event: Event, notification: Notification, told: Event
    ) -> None:
        """Marks a reminder as fired and tells its owner, together, with the events of both.

        Raises `ConflictError` when it has fired, was put off or cancelled, or somebody else is about it.
        """

    def fire_and_go_on(
        self, once: Reminder, event: Event, going: GoingOn, notification: Notification, told: Event
    ) -> None:
        """As `fire`, of one time of a series that goes on: that time is kept as a fired reminder of its own."""

    def take_out(self, single: Reminder, event: Event, going: GoingOn) -> None:
        """Stores one time of a series by itself, and moves the series on; raises `ConflictError` as `fire` does."""

    def done_to(self) -> datetime | None:
        """The instant up to which everything has fired."""
        ...

    def move_done_to(self, instant: datetime) -> None:
        """Notes it; an earlier one changes nothing."""


class InboxStore(Protocol):
    """What people were told."""

    def add(self, notification: Notification, event: Event) -> None:
        """Stores a notification and counts it as unread; one that is there already changes nothing."""

    def notification(self, person_id: str, notification_id: str) -> Notification | None:
        """One notification of that person."""
        ...

    def notifications(
        self, person_id: str, page: PageRequest, *, unread: bool
    ) -> Page[Notification]:
        """The person's notifications, newest first; with `unread` those alone."""
        ...

    def unread(self, person_id: str) -> int:
        """How many of them are unread."""
        ...

    def mark_read(self, notification: Notification) -> None:
        """Marks it as read and counts it off; one that is read already changes nothing."""


class DeliveriesStore(Protocol):
    """The log of deliveries."""

    def claim(self, delivery: Delivery, abandoned_before: datetime) -> bool:
        """Notes that a delivery begins, and says whether it may.

        It may if there was none yet, or one that began before `abandoned_before` and was never ended.
        """
        ...

    def delivery(self, notification_id: str, channel: str) -> Delivery | None:
        """The entry of a notification on a channel."""
        ...

    def finish(self, delivery: Delivery) -> None:
        """Notes what became of it."""

    def hold(
        self, delivery: Delivery, notification: Notification, abandoned_before: datetime
    ) -> bool:
        """Keeps the notification for its person's next digest, and says whether it may, as `claim` does."""
        ...

    def log_of(self, notification_id: str) -> Sequence[Delivery]:
        """All the entries of a notification: one of each channel."""
        ...


class DigestsStore(Protocol):
    """What is held, and the digests that are due."""

    def due_digests(self, until: datetime, limit: int) -> Sequence[DueDigest]:
        """Those that are for then or earlier, the earliest first."""
        ...

    def held(self, due: DueDigest, limit: int) -> Sequence[Notification]:
        """What is in the digest; before it has begun, what is to be."""
        ...

    def begin(self, due: DueDigest, abandoned_before: datetime) -> DueDigest:
        """Notes which letters go and that they do now.

        Raises `ConflictError` if somebody is about it who began after `abandoned_before`, or it is done.
        """
        ...

    def end(self, due: DueDigest) -> None:
        """Notes what became of the letter."""

    def clear(self, person_id: str, told: Sequence[Notification], outcome: Delivery) -> None:
        """Notes the outcome for each, and holds them no more."""

    def close(self, due: DueDigest) -> None:
        """The digest is done; what was held meanwhile goes with the next."""
