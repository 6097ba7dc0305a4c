"""Where a letter belongs: the mailboxes it came to, the reply address it answers, the letters before it."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import field

from chalicelib.communications.model import (
    BadTokenError,
    Colleague,
    Communication,
    Letter,
    Mailbox,
    addressed,
    answered_id,
    audience_of,
    dropper_id,
    is_drop_address,
    is_reply_address,
)
from chalicelib.communications.service.names import Known
from chalicelib.communications.service.ports import ReplyKey, Store
from portal.cards import CardRef
from portal.principals import employee_grant
from portal.values import dataclass

_MAX_PARENTS = 10
_MAX_LOOKED_UP = 20
_MAX_PARTIES = 50
_ALTERED = "The reply address was altered or is not ours."


@dataclass(frozen=True)
class Origin:
    """What is known of a letter from its addresses and threading headers."""

    mailboxes: list[Mailbox]
    our_addresses: frozenset[str]
    parent_ids: tuple[str, ...]
    first_id: str | None = None
    token_card: CardRef | None = None
    token_problem: str | None = None
    colleagues: Mapping[str, Colleague] = field(default_factory=dict)
    dropper_id: str | None = None

    @property
    def audience(self) -> frozenset[str]:
        """Who may see the letter while it stands on no card."""
        dropper = {employee_grant(self.dropper_id)} if self.dropper_id else set[str]()
        return audience_of(self.mailboxes) | dropper


@dataclass(frozen=True)
class _Token:
    """The letter that a signed reply address answers, or why the address counts for nothing."""

    answered: Communication | None = None
    problem: str | None = None


@dataclass(frozen=True)
class Tracing:
    """Finding where letters belong."""

    store: Store
    reply_key: ReplyKey
    mail_domain: str

    def origin(self, letter: Letter) -> Origin:
        """Everything that can be found, in a fixed number of reads."""
        mailboxes, token = self.store.mailboxes(), self._token(letter)
        opened = [box for box in mailboxes if not box.closed]
        # Headers name whom its author wrote to; where it was delivered the mail service knows.
        found = addressed(opened, letter.delivered_to) or addressed(opened, letter.recipients)
        if not found and token.answered:
            found = addressed(opened, token.answered.mailboxes)
        parents = self._parents(letter)
        return Origin(
            mailboxes=found,
            our_addresses=frozenset(box.address for box in mailboxes),
            parent_ids=_ids(parents),
            first_id=_thread(parents, token.answered),
            token_card=token.answered.card if token.answered else None,
            token_problem=token.problem,
            colleagues=self._colleagues(letter),
            dropper_id=self._dropper_id(letter),
        )

    def _colleagues(self, letter: Letter) -> Mapping[str, Colleague]:
        """Those of our people who are parties to the letter, or to the one that it forwards."""
        inner = (letter.forwarded.sender.address,) if letter.forwarded else ()
        parties = dict.fromkeys((letter.sender.address, *inner, *letter.recipients))
        return self.store.colleagues([one for one in parties if "@" in one][:_MAX_PARTIES])

    def _dropper_id(self, letter: Letter) -> str | None:
        """The employee to whose drop address it came; what claims to be one and is none counts for nothing."""
        claimed = (a for a in letter.recipients if is_drop_address(a, self.mail_domain))
        for address in list(claimed)[:_MAX_PARENTS]:
            with suppress(BadTokenError):
                return dropper_id(self.reply_key(), address)
        return None

    def _token(self, letter: Letter) -> _Token:
        """The first valid reply address decides; an invalid one is noted, and never an error."""
        claimed = [a for a in letter.recipients if is_reply_address(a, self.mail_domain)]
        for address in claimed[:_MAX_PARENTS]:
            if answered := self._answered(address):
                return _Token(answered)
        return _Token(problem=_ALTERED if claimed else None)

    def _answered(self, address: str) -> Communication | None:
        try:
            return self.store.communication(answered_id(self.reply_key(), address))
        except BadTokenError:
            return None

    def _parents(self, letter: Letter) -> list[Known]:
        """What we sent ourselves comes first, then the letter answered, then the thread from its end."""
        headers = dict.fromkeys((*letter.in_reply_to, *reversed(letter.references)))
        known = self.store.known(list(headers)[:_MAX_LOOKED_UP])
        found = [known[one] for one in headers if one in known]
        return [k for k in found if k.ours] + [k for k in found if not k.ours]


def _ids(parents: list[Known]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.communication_id for one in parents))[:_MAX_PARENTS]


def _thread(parents: list[Known], answered: Communication | None) -> str | None:
    """The first communication of the thread; a reply address tells it where a mail program dropped the headers."""
    if parents:
        return parents[0].thread_id
    return answered.thread_id if answered else None
