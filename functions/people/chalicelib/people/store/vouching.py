"""Sign-ins by the provider that are under way, and whom of ours its people are."""

from chalicelib.people.model.provider import ProviderLink
from chalicelib.people.model.tickets import Purpose, Ticket
from chalicelib.people.store.table import IdentityItem, ProviderLinkItem, TicketItem
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read
from portal.errors import ConflictError


class TicketsTable:
    """Maps tickets to items and back; an item is forgotten when its ticket has expired."""

    def add(self, ticket: Ticket) -> None:
        """Remembers a new one."""
        item = TicketItem(
            f"ticket#{ticket.id}",
            "ticket",
            purpose=str(ticket.purpose),
            digest=ticket.digest,
            to=ticket.to,
            person_id=ticket.person_id,
            good_until=to_wire(ticket.expires_at),
            expires_at=int(ticket.expires_at.timestamp()),
        )
        Writes().put(item).commit()

    def ticket(self, ticket_id: str) -> Ticket | None:
        """One, unless it was spent or is forgotten."""
        item = read(TicketItem, f"ticket#{ticket_id}", "ticket", consistent=True)
        return _to_ticket(item) if item else None

    def spend(self, ticket: Ticket) -> bool:
        """Whether nobody has done so before."""
        item = TicketItem(f"ticket#{ticket.id}", "ticket")
        gone = ConflictError("Somebody else has spent it.")
        try:
            Writes().delete(item, must=TicketItem.pk.exists(), otherwise=gone).commit()
        except ConflictError:
            return False
        return True


class IdentitiesTable:
    """``identity#<key>`` says whose it is, and the person's own item by which key he signs in."""

    def person_id_of(self, key: str) -> str | None:
        """Who is linked with it."""
        item = read(IdentityItem, f"identity#{key}", "identity", consistent=True)
        return item.person_id if item else None

    def link_of(self, person_id: str) -> ProviderLink | None:
        """By whom he signs in, or that he does not want to."""
        item = read(ProviderLinkItem, f"person#{person_id}", "provider", consistent=True)
        if item is None:
            return None
        return ProviderLink(person_id, item.key, item.email or "", from_wire(item.at))

    def save(self, link: ProviderLink, before: ProviderLink | None) -> None:
        """Stores it in the place of the former one."""
        pk = f"person#{link.person_id}"
        at = to_wire(link.at)
        writes = Writes().put(
            ProviderLinkItem(pk, "provider", key=link.key, email=link.email or None, at=at)
        )
        if link.key:
            own = IdentityItem(f"identity#{link.key}", "identity", person_id=link.person_id)
            free = IdentityItem.pk.does_not_exist() | (IdentityItem.person_id == link.person_id)
            writes.put(own, must=free, otherwise=ConflictError("It is somebody else's."))
        if before and before.key and before.key != link.key:
            writes.delete(IdentityItem(f"identity#{before.key}", "identity"))
        writes.commit()


def _to_ticket(item: TicketItem) -> Ticket:
    return Ticket(
        id=item.pk.partition("#")[2],
        purpose=Purpose(item.purpose),
        digest=item.digest,
        to=item.to or "",
        expires_at=from_wire(item.good_until),
        person_id=item.person_id,
    )
