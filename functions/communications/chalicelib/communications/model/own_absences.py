"""A colleague's absence, of which whoever writes to him is told."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from chalicelib.communications.model.wording import day_in_words
from portal.values import dataclass

_USUAL = {
    "ru": "Здравствуйте! По {until} включительно меня нет на работе. Отвечу, когда вернусь.",
    "en": "Hello! I am away through {until} and will answer when I am back.",
}
_INSTEAD = {"ru": "По срочным вопросам: {stand_in}", "en": "For anything urgent: {stand_in}"}
_CYRILLIC, _LATIN = re.compile(r"[\u0400-\u04ff]"), re.compile(r"[a-z]", re.IGNORECASE)
# A Russian letter has names, models and addresses in Latin script; an English one has hardly a word in Cyrillic.
_RUSSIAN_FROM = 0.25
_ROBOTS = re.compile(
    r"^(?:no|do[-_.]?not|dont)[-_.]?reply|^(?:mailer-daemon|postmaster|bounces?|owner|robot|notifications?)\b"
    r"|-request$|-bounces?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class OwnAbsence:
    """A colleague's absence, with its first and last day by his `zone`; `stand_in` is whom to turn to, in words.

    Without a `text` of his own whoever writes is told the usual.
    """

    id: str
    since: date
    until: date
    text: str
    stand_in: str = ""
    zone: str = "Europe/Moscow"
    language: str = "ru"

    def lasts_at(self, now: datetime) -> bool:
        """Whether he is away at that time."""
        return self.since <= now.astimezone(ZoneInfo(self.zone)).date() <= self.until

    def words(self, *written: str) -> str:
        """What whoever wrote this to him is answered: in his own words, or the usual in the language of the letter."""
        language = language_of(self.text or "\n".join(written), self.language)
        usual, instead = _USUAL[language], _INSTEAD[language]
        text = self.text or usual.format(until=day_in_words(self.until, language))
        return f"{text}\n\n{instead.format(stand_in=self.stand_in)}" if self.stand_in else text


@dataclass(frozen=True)
class AbsenceNews:
    """What was heard of a colleague's absence; `as_of` orders it, and without an absence he is back."""

    person_id: str
    as_of: str
    absence: OwnAbsence | None


def is_robot(address: str) -> bool:
    """Whether nobody reads what is written to the address."""
    return bool(_ROBOTS.search(address.partition("@")[0]))


def language_of(text: str, otherwise: str) -> str:
    """The language of a text by its script, ``ru`` or ``en``; `otherwise` where it has no words."""
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if cyrillic + latin == 0:
        return otherwise if otherwise in _USUAL else "en"
    return "ru" if cyrillic >= _RUSSIAN_FROM * (cyrillic + latin) else "en"
