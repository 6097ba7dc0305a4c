"""The company's rules for letters that come: what they look at, what they do, and in which order."""

from collections.abc import Iterable
from dataclasses import replace

from chalicelib.communications.model.addresses import is_within
from chalicelib.communications.model.communications import Communication
from chalicelib.communications.model.handling import Assignee, Handling, RuleMark
from chalicelib.communications.model.states import Direction
from portal.cards import CardRef
from portal.values import dataclass

NEVER = RuleMark("never", "never")
"""Stands for the list of those whose letters are never recorded."""


@dataclass(frozen=True)
class Conditions:
    """All that are given must hold; of several addresses or words one. Addresses may be whole domains."""

    senders: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    with_files: bool = False
    automatic: bool = False

    @property
    def any_given(self) -> bool:
        """Whether it looks at anything: what looks at nothing would be for every letter."""
        return self != Conditions()

    def hold(self, record: Communication) -> bool:
        """Whether a letter is meant."""
        people = [one.address for one in (*record.to, *record.cc)]
        subject = record.subject.casefold()
        return (
            (not self.senders or is_among(record.sender.address, self.senders))
            and (not self.recipients or _any_among((*people, *record.mailboxes), self.recipients))
            and (not self.subject or any(word.casefold() in subject for word in self.subject))
            and (not self.with_files or record.attachment_count > 0)
            and (not self.automatic or record.automatic or record.bounce or record.newsletter)
        )


@dataclass(frozen=True)
class Rule:
    """What is done with letters to one mailbox, or to any. With `skips` they are not recorded at all."""

    id: str
    name: str
    conditions: Conditions
    mailbox_id: str | None = None
    skips: bool = False
    folder_id: str | None = None
    assignee: Assignee | None = None
    quiet: bool = False
    card: CardRef | None = None
    card_title: str = ""
    active: bool = True
    stops: bool = True

    @property
    def mark(self) -> RuleMark:
        """How it is named on the letters that it touched."""
        return RuleMark(self.id, self.name)

    @property
    def acts(self) -> bool:
        """Whether it does anything."""
        return bool(self.skips or self.folder_id or self.assignee or self.quiet or self.card)

    def fits(self, record: Communication, mailbox_ids: frozenset[str]) -> bool:
        """Whether a letter to the mailboxes is one that it is for."""
        here = self.mailbox_id is None or self.mailbox_id in mailbox_ids
        return here and self.conditions.hold(record)


@dataclass(frozen=True)
class RuleBook:
    """The rules in their order, and those whose letters are never recorded: addresses and whole domains."""

    rules: tuple[Rule, ...] = ()
    never: tuple[str, ...] = ()
    version: int | None = None

    def decide(self, record: Communication, mailbox_ids: frozenset[str]) -> "Decision":
        """What is done with a letter."""
        if self._is_never(record):
            return Decision(skipped_by=NEVER)
        # What we wrote elsewhere, and what waits for nobody, is nothing to sort.
        if record.direction is not Direction.INBOUND:
            return Decision()
        decision = Decision()
        for rule in self.rules:
            if rule.active and rule.fits(record, mailbox_ids):
                decision = decision.by(rule)
                if rule.stops or decision.skipped_by:
                    break
        return decision

    def _is_never(self, record: Communication) -> bool:
        if record.direction is Direction.INBOUND:
            return is_among(record.sender.address, self.never)
        others = record.counterparts
        return bool(others) and all(is_among(one, self.never) for one in others)


@dataclass(frozen=True)
class Decision:
    """What the rules say of a letter: the first that names a folder, a card or somebody decides about that."""

    skipped_by: RuleMark | None = None
    rules: tuple[RuleMark, ...] = ()
    folder_id: str | None = None
    assignee: Assignee | None = None
    quiet: bool = False
    card: CardRef | None = None

    def by(self, rule: Rule) -> "Decision":
        """The same, with what one rule more says."""
        return replace(
            self,
            skipped_by=rule.mark if rule.skips else None,
            rules=(*self.rules, rule.mark),
            folder_id=self.folder_id or rule.folder_id,
            assignee=self.assignee or rule.assignee,
            quiet=self.quiet or rule.quiet,
            card=self.card or rule.card,
        )

    def mark(self, record: Communication) -> Communication:
        """The letter as the rules leave it. The card of a signed reply address is surer than any rule's."""
        if not self.rules:
            return record
        grants = {self.assignee.grant} if self.assignee else set[str]()
        return replace(
            record,
            handling=Handling(self.rules, self.assignee, self.quiet, self.card),
            folder_id=self.folder_id,
            token_card=record.token_card or self.card,
            audience=record.audience | grants,
        )


def is_among(address: str, patterns: Iterable[str]) -> bool:
    """Whether an address is one of those, or in one of those domains."""
    domain = address.rpartition("@")[2]
    return any(
        address == one if one.find("@") > 0 else is_within(domain, one.lstrip("@"))
        for one in patterns
    )


def _any_among(addresses: Iterable[str], patterns: tuple[str, ...]) -> bool:
    return any(is_among(one, patterns) for one in addresses)
