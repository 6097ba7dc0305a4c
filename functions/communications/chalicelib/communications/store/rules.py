"""The company's rules in the table, and what they kept out of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pydantic import TypeAdapter

from chalicelib.communications.model import NO_MAILBOX, Arrival, Outcome
from chalicelib.communications.model.rules import RuleBook
from chalicelib.communications.model.skipped import Skipped
from chalicelib.communications.store import arrivals, leftovers
from chalicelib.communications.store import names as naming
from chalicelib.communications.store.table import RuleBookItem
from portal.dynamo import Writes, read
from portal.errors import StaleVersionError

_KEY = "rules", "rules"
_BOOK = TypeAdapter(RuleBook)
_KEPT = timedelta(days=30)


class RuleTable:
    """Maps the rules to one item and back; the table is the one that `CommunicationsStore` names."""

    def book(self) -> RuleBook:
        """All of them."""
        item = read(RuleBookItem, *_KEY, consistent=True)
        if item is None:
            return RuleBook()
        return replace(_BOOK.validate_json(item.book), version=int(item.version))

    def keep(self, book: RuleBook) -> RuleBook:
        """The rules as stored."""
        text = _BOOK.dump_json(book, exclude={"version"}).decode()
        item = RuleBookItem(*_KEY, book=text)
        if book.version is not None:
            item.version = book.version
        Writes().put(item, otherwise=StaleVersionError()).commit()
        return replace(book, version=int(item.version))

    def skip(self, skipped: Skipped) -> None:
        """Notes that a stored letter was looked at, as long as its raw form is kept."""
        key, expires_at = skipped.raw_key, int((datetime.now(UTC) + _KEPT).timestamp())
        arrival = Arrival(skipped.id, skipped.at, Outcome.SKIPPED)
        writes = Writes().put(naming.seen(key, arrival.communication_id, expires_at))
        for address in skipped.mailboxes or [NO_MAILBOX]:
            item = arrivals.to_item(address, arrival)
            item.raw_key, item.expires_at = key, expires_at
            writes.put(item)
        writes.put(leftovers.to_item(skipped, expires_at)).commit()
