"""A communication as the news of it tells it."""

from typing import Any

from chalicelib.communications.model.absences import Absence
from chalicelib.communications.model.addresses import Address
from chalicelib.communications.model.channels import Channel
from chalicelib.communications.model.communications import Communication
from chalicelib.communications.model.deliveries import Undelivered
from chalicelib.communications.model.texts import shortened
from portal.cards import CardRef
from portal.clock import to_wire

# Ten events travel in one call to the bus, which takes 256 KB.
_MAX_RECIPIENTS = 20
_MAX_NAME = 60


def data_of(record: Communication, card: CardRef | None) -> dict[str, Any]:
    """Its data, without its texts."""
    by = record.forwarded_by
    return {
        "communication": {
            "id": record.id,
            "thread_id": record.thread_id,
            "channel": str(record.channel),
            "direction": str(record.direction),
            "at": to_wire(record.at),
            "from": _address(record.sender),
            "to": _addresses(record.to),
            "cc": _addresses(record.cc),
            "subject": record.subject,
            "snippet": record.snippet,
            "text": record.text,
            "attachment_count": record.attachment_count,
            "automatic": record.automatic or record.bounce,
            "bounce": record.bounce,
            "quiet": bool(record.handling and record.handling.quiet),
            "mailbox": record.mailbox,
            "privacy": str(record.privacy),
            **({"brought_by": by.id} if by else {}),
        },
        "authenticated": record.authenticated,
        "token_card": _ref(record.token_card),
        "parent_ids": list(record.parent_ids),
        "counterparts": list(record.counterparts),
        "contact_ids": _parties(record),
        "card": _ref(card),
    }


def _parties(record: Communication) -> list[str]:
    """The contacts of a message; those of a letter are found by its addresses, whenever it is linked anew."""
    return list(record.contact_ids) if record.channel is Channel.PORTAL else []


def _addresses(addresses: tuple[Address, ...]) -> list[dict[str, str]]:
    return [_address(one) for one in shortened(addresses, _MAX_RECIPIENTS, _MAX_NAME)]


def _address(address: Address) -> dict[str, str]:
    return {"name": address.name, "address": address.address}


def fate(one: Undelivered) -> dict[str, str]:
    """What became of it at one address."""
    return {"address": one.address, "fate": str(one.fate), "detail": one.detail}


def absence(one: Absence) -> dict[str, Any]:
    """What an automatic letter says of its sender's absence."""
    other = one.substitute
    return {
        "since": one.since.isoformat() if one.since else None,
        "until": one.until.isoformat(),
        "kind": str(one.kind),
        "substitute": {"name": other.name, "address": other.address, "phone": other.phone}
        if other
        else None,
    }


def _ref(card: CardRef | None) -> dict[str, str] | None:
    return {"kind": str(card.kind), "id": card.id} if card else None
