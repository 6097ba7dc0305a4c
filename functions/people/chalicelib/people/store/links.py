"""Links by which passwords are set."""

from datetime import datetime

from chalicelib.people.model import LinkKind, LinkState, PasswordLink
from chalicelib.people.store.table import LinkItem
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read
from portal.errors import ConflictError
from portal.events import Event


class LinksTable:
    """Maps links to items and back; an item is forgotten when its link has ended."""

    def add(self, link: PasswordLink, event: Event) -> None:
        """Stores a new link."""
        adding(link, event).commit()

    def link(self, link_id: str) -> PasswordLink | None:
        """One link, unless it is forgotten."""
        item = read(LinkItem, f"password-link#{link_id}", "link", consistent=True)
        return _to_link(item) if item else None

    def claim(self, link: PasswordLink, abandoned_before: datetime) -> bool:
        """Stores a link whose letter is about to be sent, if nobody else is about it."""
        abandoned = (LinkItem.state == LinkState.SENDING.value) & (
            LinkItem.at < to_wire(abandoned_before)
        )
        free = (LinkItem.state == LinkState.ASKED.value) | abandoned
        taken = ConflictError("Somebody is sending this letter.")
        try:
            Writes().put(_to_item(link), must=free, otherwise=taken).commit()
        except ConflictError:
            return False
        return True

    def finish(self, link: PasswordLink) -> None:
        """Stores what became of it."""
        Writes().put(_to_item(link)).commit()


def adding(link: PasswordLink, event: Event) -> Writes:
    """The write that stores a new link, for a transaction that may do more."""
    return Writes().put(_to_item(link).announce(event))


def _to_item(link: PasswordLink) -> LinkItem:
    item = LinkItem(
        f"password-link#{link.id}",
        "link",
        kind=str(link.kind),
        email=link.email,
        asked_at=to_wire(link.asked_at),
        state=str(link.state),
        at=to_wire(link.at),
        good_until=to_wire(link.expires_at),
        # DynamoDB has no empty set.
        digests=set(link.digests) or None,
        expires_at=int(link.kept_until.timestamp()),
    )
    for name in ("person_id", "provider_id", "reason"):
        if value := getattr(link, name):
            setattr(item, name, value)
    return item


def _to_link(item: LinkItem) -> PasswordLink:
    return PasswordLink(
        id=item.pk.partition("#")[2],
        kind=LinkKind(item.kind),
        email=item.email,
        asked_at=from_wire(item.asked_at),
        state=LinkState(item.state),
        at=from_wire(item.at),
        expires_at=from_wire(item.good_until),
        person_id=item.person_id,
        digests=frozenset(item.digests or ()),
        provider_id=item.provider_id,
        reason=item.reason,
    )
