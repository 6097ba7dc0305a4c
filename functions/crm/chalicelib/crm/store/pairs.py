"""Pairs of cards of which a person said that they are two: ``apart#<pair>`` / ``apart``."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from pynamodb.attributes import JSONAttribute, UnicodeAttribute

from chalicelib.crm.store.table import TABLE
from portal.clock import to_wire
from portal.dynamo import Writes, read_many
from portal.principals import Actor

_APART = "apart"


class ApartItem(TABLE):
    """Who said so, and when."""

    at = UnicodeAttribute()
    actor = JSONAttribute()


class PairStore:
    """What people said of pairs, in the table."""

    def apart(self, pairs: Iterable[str]) -> set[str]:
        """Those of the pairs that are two cards for sure, in one read."""
        keys = {apart_key(pair): pair for pair in pairs}
        return {keys[key] for key in read_many(ApartItem, keys)}

    def note(self, pair: str, actor: Actor, at: datetime, *, apart: bool) -> None:
        """A person's word."""
        item = ApartItem(*apart_key(pair), at=to_wire(at), actor=asdict(actor))
        writes = Writes()
        (writes.put if apart else writes.delete)(item)
        writes.commit()


def apart_key(pair: str) -> tuple[str, str]:
    """Where the word stands."""
    return f"apart#{pair}", _APART
