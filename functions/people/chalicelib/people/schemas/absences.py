"""Absences of employees as they are sent."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, StringConstraints

from chalicelib.people.model.absences import Absence
from chalicelib.people.service.absences import Said
from portal.texts import require_prose
from portal.wire import Id, Request, Response

_LONGEST_TEXT = 2_000


def _prose_or_nothing(text: str) -> str:
    return require_prose(text) if text.strip() else ""


Text = Annotated[
    str, StringConstraints(max_length=_LONGEST_TEXT), AfterValidator(_prose_or_nothing)
]


class AbsenceBody(Request):
    """When I am away, who stands in, and what whoever writes to me is answered, the usual words if `text` is empty."""

    since: date
    until: date
    text: Text
    stand_in_id: Id | None = None

    def to_said(self) -> Said:
        """The domain's form."""
        return Said(self.since, self.until, self.text, self.stand_in_id)


class StandInView(Response):
    """The colleague to turn to meanwhile."""

    id: str
    name: str


class StaffAbsenceView(Response):
    """An employee's absence, with its first and last day."""

    person_id: str
    person_name: str
    since: date
    until: date
    text: str
    stand_in: StandInView | None


class StaffAbsenceList(Response):
    """All who are or will be away; there is never a second page."""

    items: list[StaffAbsenceView]
    next: None = None

    @classmethod
    def of(cls, found: Iterable[Absence]) -> Self:
        """The domain's form as it is sent."""
        return cls(items=[StaffAbsenceView.model_validate(each) for each in found])
