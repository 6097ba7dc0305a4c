"""A colleague's absence, of which whoever writes to him is told."""

import re
from datetime import date

from portal.values import dataclass

_ROBOTS = re.compile(
    r"^(?:no|do[-_.]?not|dont)[-_.]?reply|^(?:mailer-daemon|postmaster|bounces?|owner|robot|notifications?)\b"
    r"|-request$|-bounces?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class OwnAbsence:
    """A colleague's absence, with its first and last day; `stand_in` is whom to turn to, in words."""

    id: str
    since: date
    until: date
    text: str
    stand_in: str = ""

    def lasts_on(self, day: date) -> bool:
        """Whether he is away that day."""
        return self.since <= day <= self.until

    @property
    def words(self) -> str:
        """What whoever writes to him is answered."""
        instead = f"По срочным вопросам: {self.stand_in}" if self.stand_in else ""
        return "\n\n".join(part for part in (self.text, instead) if part)


@dataclass(frozen=True)
class AbsenceNews:
    """What was heard of a colleague's absence; `as_of` orders it, and without an absence he is back."""

    person_id: str
    as_of: str
    absence: OwnAbsence | None


def is_robot(address: str) -> bool:
    """Whether nobody reads what is written to the address."""
    return bool(_ROBOTS.search(address.partition("@")[0]))
