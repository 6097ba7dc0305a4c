"""Who of the company is away, and one's own absence."""

from chalicelib.people.schemas.absences import AbsenceBody, StaffAbsenceList, StaffAbsenceView
from chalicelib.people.service import People
from portal.principals import Principal
from portal.routes import STAFF, Routes

routes = Routes("people")


@routes.get("/absences", STAFF)
def absences(people: People) -> StaffAbsenceList:
    """Who is away, or will be."""
    return StaffAbsenceList.of(people.absences.lasting())


@routes.put("/me/absence", STAFF)
def set_absence(people: People, caller: Principal, body: AbsenceBody) -> StaffAbsenceView:
    """Say when I am away."""
    return StaffAbsenceView.model_validate(people.absences.say(caller, body.to_said()))


@routes.delete("/me/absence", STAFF)
def end_absence(people: People, caller: Principal) -> None:
    """Say that I am back."""
    people.absences.end(caller)
