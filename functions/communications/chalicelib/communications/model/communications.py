"""One communication with someone outside, whatever channel it came by."""

from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.communications.model.absences import Absence
from chalicelib.communications.model.addresses import Address
from chalicelib.communications.model.channels import Channel
from chalicelib.communications.model.deliveries import Undelivered
from chalicelib.communications.model.handling import Handling
from chalicelib.communications.model.letters import NOBODY
from chalicelib.communications.model.mailboxes import Privacy
from chalicelib.communications.model.places import TAKEN_OFF, LinkChange, Suggestion
from chalicelib.communications.model.states import Departure, Direction, State, Status
from chalicelib.communications.model.verdicts import Verdicts
from portal.cards import CardRef
from portal.principals import Actor, Principal

MAX_HISTORY = 100


@dataclass(frozen=True)
class Communication:
    """The record. Bodies and attachments are a `Body`, kept apart because of their size.

    `at` is when it came or was made; what the sender's clock says is `sent_at`. `audience` are the tokens of those
    who may see it (see `portal.principals`), `contact_ids` the contacts who are parties to it. `text` is all that a
    message says; a letter has none. `card` is the one it was written from or a person chose; `awaits_choice` holds
    until the cards are told of that choice, or of its being taken back. `first_id` is the first of its thread, when
    that is another. `forwarded_by` put it here when its author had sent it elsewhere; what came here as a copy is
    `dropped`. What is stored shows all: `privacy` tells how much was left for a certain reader. `copy_keys` are of
    further objects with it; once `erased`, nothing tells who wrote it and what. `handling` is what the company's
    rules did with it, `absence` what an automatic letter tells, and `delivered_to` those to whom the mail service
    says it delivered it.
    """

    id: str
    direction: Direction
    at: datetime
    sender: Address
    channel: Channel = Channel.MAIL
    text: str | None = None
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    subject: str = ""
    snippet: str = ""
    state: State = State.UNLINKED
    audience: frozenset[str] = frozenset()
    mailboxes: tuple[str, ...] = ()
    cards: tuple[CardRef, ...] = ()
    contact_ids: tuple[str, ...] = ()
    card: CardRef | None = None
    awaits_choice: bool = False
    suggestions: tuple[Suggestion, ...] = ()
    reason: str | None = None
    link_revision: int = 0
    link_history: tuple[LinkChange, ...] = ()
    counterparts: tuple[str, ...] = ()
    parent_ids: tuple[str, ...] = ()
    first_id: str | None = None
    token_card: CardRef | None = None
    token_problem: str | None = None
    message_id: str | None = None
    attachment_count: int = 0
    automatic: bool = False
    bounce: bool = False
    authenticated: bool = False
    verdicts: Verdicts | None = None
    problem: str | None = None
    raw_key: str = ""
    delivered_to: tuple[str, ...] = ()
    copies: int = 1
    sent_at: datetime | None = None
    status: Status | None = None
    failure: str | None = None
    attempted_at: datetime | None = None
    departure: Departure | None = None
    author: Actor | None = None
    forwarded_by: Actor | None = None
    dropped: bool = False
    undelivered: tuple[Undelivered, ...] = ()
    privacy: Privacy = Privacy.FULL
    copy_keys: tuple[str, ...] = ()
    erased: bool = False
    newsletter: bool = False
    handling: Handling | None = None
    folder_id: str | None = None
    bcc: tuple[Address, ...] = ()
    absence: Absence | None = None
    version: int | None = None

    @property
    def mailbox(self) -> str | None:
        """The mailbox it belongs to first of all."""
        return self.mailboxes[0] if self.mailboxes else None

    @property
    def thread_id(self) -> str:
        """The first communication of its thread: a letter and its answers have it in common."""
        return self.first_id or self.id

    @property
    def infected(self) -> bool:
        """Whether its attachments are withheld because of a virus."""
        return self.verdicts is not None and self.verdicts.infected

    def without_content(self) -> "Communication":
        """The same with nothing of what it says and of who wrote it to whom; that it was there stays."""
        ours = self.author if self.author and self.author.kind == "employee" else None
        waits = self.status in {Status.WAITING, Status.HELD, Status.SENDING}
        return replace(
            self,
            sender=NOBODY,
            to=(),
            cc=(),
            bcc=(),
            subject="",
            snippet="",
            text="",
            counterparts=(),
            parent_ids=(),
            message_id=None,
            attachment_count=0,
            verdicts=None,
            problem=None,
            raw_key="",
            copy_keys=(),
            author=ours,
            forwarded_by=None,
            suggestions=(),
            undelivered=(),
            absence=None,
            link_history=(),
            status=Status.CANCELLED if waits else self.status,
            erased=True,
        )

    def moved(self, change: LinkChange) -> "Communication":
        """The same, put on a card or taken off all by a person."""
        return replace(
            self,
            state=State.LINKED if change.card else State.UNLINKED,
            card=change.card,
            cards=(change.card,) if change.card else (),
            awaits_choice=True,
            suggestions=(),
            reason=None if change.card else TAKEN_OFF,
            link_history=(*self.link_history, change)[-MAX_HISTORY:],
        )

    def shown(self, privacy: Privacy) -> "Communication":
        """What of it is left for whom its mailboxes show no more: its subject and parties, or that it took place."""
        if privacy is Privacy.FULL:
            return self
        less = replace(self, snippet="", attachment_count=0, privacy=privacy, bcc=(), absence=None)
        if privacy is Privacy.SUBJECT:
            return less
        return replace(
            less,
            sender=NOBODY,
            to=(),
            cc=(),
            subject="",
            message_id=None,
            verdicts=None,
            suggestions=(),
            undelivered=(),
        )

    def for_staff(self, principal: Principal) -> "Communication":
        """The same, with only those suggestions that the employee may see."""
        mine = tuple(one for one in self.suggestions if principal.may_see(one.audience))
        return replace(self, suggestions=mine)

    def for_client(self, own: CardRef) -> "Communication":
        """What its counterpart may see: the letter, and nothing of how the company handles it."""
        return replace(
            self,
            cards=(own,),
            card=None,
            mailboxes=(),
            suggestions=(),
            reason=None,
            link_history=(),
            verdicts=Verdicts(virus=self.verdicts.virus) if self.verdicts else None,
            problem=None,
            failure=None,
            departure=None,
            token_problem=None,
            parent_ids=(),
            forwarded_by=None,
            dropped=False,
            undelivered=(),
            handling=None,
            folder_id=None,
            bcc=(),
        )
