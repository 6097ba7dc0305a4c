"""The talk with a client on each deal and lead: ``talk#<card>#inbound`` and ``#outbound`` / ``<at>#<id>``.

They are written with the link of a communication, and hold only what begins to wait for an answer or is one.
"""

from collections.abc import Iterable, Iterator

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute

from chalicelib.crm.model.linking import Link
from chalicelib.crm.model.pulse import FOLLOWED, Answer, Talk, Turn
from chalicelib.crm.service.linking.ports import Relinking
from chalicelib.crm.service.pulse.ports import Answered
from chalicelib.crm.store.table import TABLE
from portal.cards import CardRef
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes

_INBOUND, _OUTBOUND = "inbound", "outbound"
Key = tuple[str, str]


class TurnItem(TABLE):
    """One communication in a talk."""


class AnswerItem(TABLE):
    """``answers#<card>`` / ``<at>#<communication>``: one answer to a client, for reports."""

    asked = JSONAttribute()
    minutes = NumberAttribute()
    within = NumberAttribute(null=True)
    owner_id = UnicodeAttribute()
    pipeline_id = UnicodeAttribute(null=True)


def turning(step: Relinking) -> Writes:
    """The writes that bring a communication from the talks where it stood to those where it stands."""
    writes = Writes()
    former = set(_places(step.before, step.entry.direction))
    current = set(_places(step.after, step.turn))
    for key in sorted(current - former):
        writes.put(TurnItem(*key))
    for pk, sk in sorted(former - current):
        writes.delete(TurnItem(pk, sk))
        if pk.endswith(_OUTBOUND):
            writes.delete(AnswerItem(_answers(pk.split("#")[1]), sk))
    return writes


def answer_item(answered: Answered) -> AnswerItem:
    """One answer as its item."""
    asked, said = answered.measured.answer.asked, answered.measured.answer.answered
    return AnswerItem(
        _answers(str(answered.ref)),
        f"{to_wire(said.at)}#{said.communication_id}",
        asked={"communication_id": asked.communication_id, "at": to_wire(asked.at)},
        minutes=answered.measured.minutes,
        within=answered.within,
        owner_id=answered.owner_id,
        pipeline_id=answered.pipeline_id,
    )


def _answers(ref: str) -> str:
    return f"answers#{ref}"


def _places(link: Link | None, direction: str | None) -> Iterator[Key]:
    for ref in link.cards if link and direction else ():
        if link and ref.kind in FOLLOWED:
            position = f"{to_wire(link.at)}#{link.communication_id}"
            yield f"talk#{ref}#{direction}", position


def talk(refs: Iterable[CardRef]) -> Talk:
    """How the talk on cards that are one stands, in eight reads of each at the most."""
    known = [f"talk#{ref}" for ref in refs]
    asked, said = ([f"{each}#{side}" for each in known] for side in (_INBOUND, _OUTBOUND))
    last = _last(said)
    waiting = _first(asked, last)
    opened = _first(asked, None)
    reply = _first(said, opened) if opened and last else None
    return Talk(
        waiting=_turn(waiting) if waiting else None,
        last=_last_answer(asked, said, last) if last else None,
        first=_answer(opened, reply),
    )


def _last_answer(asked: list[str], said: list[str], last: str) -> Answer | None:
    """What the client said last before our last word, from his first one of that spell, and our first word to it."""
    heard = _last(asked, before=last)
    if heard is None:
        return None
    opened = _first(asked, _last(said, before=heard))
    return _answer(opened, _first(said, heard))


def _last(partitions: Iterable[str], before: str = "~") -> str | None:
    """The last turn of a side, before another one."""
    condition = TurnItem.sk < before
    found = (
        TurnItem.query(each, condition, limit=1, scan_index_forward=False, consistent_read=True)
        for each in partitions
    )
    return max((item.sk for items in found for item in items), default=None)


def _first(partitions: Iterable[str], after: str | None) -> str | None:
    """The first turn of a side, after another one."""
    condition = TurnItem.sk > (f"{after}~" if after else "0")
    found = (TurnItem.query(p, condition, limit=1, consistent_read=True) for p in partitions)
    return min((item.sk for items in found for item in items), default=None)


def _answer(asked: str | None, said: str | None) -> Answer | None:
    return Answer(_turn(asked), _turn(said)) if asked and said else None


def _turn(position: str) -> Turn:
    at, _, communication_id = position.partition("#")
    return Turn(communication_id, from_wire(at))
