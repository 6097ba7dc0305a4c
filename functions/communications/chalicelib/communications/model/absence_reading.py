"""What an automatic letter says of its sender's absence. Where it is not clear, nothing is read out of it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from chalicelib.communications.model.absences import Absence, Away
from chalicelib.communications.model.substitutes import substitute_in
from chalicelib.communications.model.written_dates import WrittenDate, dates_in
from portal.values import dataclass

_VACATION = re.compile(
    r"(?<!из )\bотпуск(?!н)|\bvacation|\bon (?:\w+ )?leave\b|\bon holidays?\b|\bannual leave\b",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\bотсутств|\bкомандировк|\bбольничн|\bвне офиса|\bне(?:т| буду?)? (?:в офисе|на (?:рабочем )?месте|на работе)"
    r"|\bменя не будет|\bнедоступ|\bout of (?:the |my )?office|\bout of office|\baway\b|\babsen(?:t|ce)\b"
    r"|\bbusiness trip|\btravell?ing\b|\bunavailable\b|\bnot (?:be )?(?:available|in the office)|\bOOO\b",
    re.IGNORECASE,
)
_RETURN = re.compile(
    r"\b(?:вернусь|возвращаюсь|вернуться|возвращение|выйду|выхожу|приступлю|(?:снова )?буду (?:снова |опять )?"
    r"(?:в офисе|на работе|на (?:рабочем )?месте|на связи|доступ\w+)|отвечу(?: вам)?"
    r"|return(?:ing)?|(?:be )?back|available again|resume)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|n[o']t|won't|don't|не)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_WEEKDAY = (
    r"(?:(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)\w*"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\s*"
)
_SOON = rf"(?:\s+(?:the|числа|и включая)|\s*\(?включительно\)?)?\s*(?:{_WEEKDAY})?$"
_UNTIL = re.compile(rf"\b(?:до|по|until|till?|through|thru|to|up to){_SOON}", re.IGNORECASE)
_SINCE = re.compile(rf"\b(?:со?|from|since|starting|between){_SOON}", re.IGNORECASE)
_AFTER = re.compile(rf"\b(?:после|after){_SOON}", re.IGNORECASE)
_DASH = re.compile(r"\s*[-–—]\s*$")  # as people write ranges
_AND = re.compile(rf"\s*and{_SOON}", re.IGNORECASE)
_BARE = re.compile(
    r"(?<![\w./-])(\d{1,2})(?:-?го)?\s*(?:по|до|to|[-–—])\s*$",  # as above
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    r"^\s*(?:--|с уважением|всего доброго|с наилучшими|best\b|kind regards|regards|sincerely)",
    re.IGNORECASE | re.MULTILINE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[А-ЯЁA-Z])|\n\s*\n")
_RETURN_NEAR = 40
_MOST_READ = 4000
_YEARLESS = timedelta(days=200)
_LONGEST = timedelta(days=1200)
_WEEKEND = timedelta(days=4)


def absence_in(subject: str, text: str, written_on: date, sender: str = "") -> Absence | None:
    """The absence that an automatic letter of a day tells of, with its last day.

    None when it tells of none, names no last day, names different ones, or one that has passed.
    """
    said = f"{subject}\n\n{text[:_MOST_READ]}"
    farewell = _FAREWELL.search(said)
    said = said[: farewell.start()] if farewell else said
    spans = [span for each in _sentences(said) for span in _spans(*each, written_on)]
    until = _agreed([span.until for span in spans])
    if until is None or until < written_on:
        return None
    sinces = {span.since for span in spans if span.since}
    since = next(iter(sinces)) if len(sinces) == 1 else None
    kind = Away.VACATION if _VACATION.search(said) else Away.AWAY
    flat = " ".join(said.split())
    return Absence(until, since, kind, substitute_in(flat, sender))


@dataclass(frozen=True)
class _Span:
    until: date
    since: date | None = None


def _sentences(said: str) -> Iterator[tuple[str, bool]]:
    """Those that speak of being away or of coming back, each in one line; and whether it says so itself.

    One that begins with its last day goes on with what the one before it said.
    """
    spoke = False
    for raw in _SENTENCE.split(said):
        sentence = " ".join(raw.split())
        speaks = bool(_VACATION.search(sentence) or _AWAY.search(sentence))
        if speaks or _RETURN.search(sentence) or (spoke and _begins_with_end(sentence)):
            yield sentence, speaks or spoke
        spoke = speaks or (spoke and not sentence)


def _begins_with_end(sentence: str) -> bool:
    return any(_UNTIL.fullmatch(sentence[: each.start]) for each in dates_in(sentence))


def _spans(sentence: str, away: bool, written_on: date) -> Iterator[_Span]:  # noqa: FBT001  # one of a pair
    found = list(dates_in(sentence))
    for index, each in enumerate(found):
        before = sentence[: each.start]
        earlier = found[index - 1] if index else None
        if _returns_on(before):
            day = _ahead(each, written_on)
            yield from [_Span(day - timedelta(days=1))] if day else []
        elif (away or _AFTER.search(before)) and (
            until := _last_day(sentence, each, earlier, written_on)
        ):
            yield until


def _returns_on(before: str) -> bool:
    verbs = list(_RETURN.finditer(before))
    if not verbs or _UNTIL.search(before) or _AFTER.search(before):
        return False
    verb = verbs[-1]
    between = before[verb.end() :]
    near = len(between) <= _RETURN_NEAR and not re.search(r"\d", between)
    return near and not _DENIED.search(before[: verb.start()])


def _last_day(
    sentence: str, each: WrittenDate, earlier: WrittenDate | None, written_on: date
) -> _Span | None:
    before = sentence[: each.start]
    joined = sentence[earlier.end : each.start] if earlier else ""
    opened = earlier is not None and bool(_SINCE.search(sentence[: earlier.start]))
    bare = _BARE.search(before)
    ranged = bool(earlier and (_DASH.fullmatch(joined) or (opened and _AND.fullmatch(joined))))
    after = bool(_AFTER.search(before) and _RETURN.search(before))
    if not (ranged or bare or after or _UNTIL.search(before)):
        return None
    until = _ahead(each, written_on)
    if until is None:
        return None
    return _Span(until, _first_day(until, each, earlier if ranged or opened else None, bare))


def _first_day(
    until: date, last: WrittenDate, first: WrittenDate | None, bare: re.Match[str] | None
) -> date | None:
    if bare:
        first = WrittenDate(0, 0, int(bare.group(1)), last.month, last.year)
    return first.on_or_before(until) if first else None


def _ahead(each: WrittenDate, written_on: date) -> date | None:
    """The day; one without a year that is far away has rather passed than is meant so early."""
    day = each.on_or_after(written_on)
    longest = _LONGEST if each.year else _YEARLESS
    return day if day and day - written_on <= longest else None


def _agreed(days: Sequence[date]) -> date | None:
    """The last day that all mean: the return may come after a weekend."""
    if not days or max(days) - min(days) > _WEEKEND:
        return None
    return max(days)
