"""Letters written beforehand: a person's own, or those of the company or of some departments."""

from datetime import datetime

from portal.principals import Principal, department_grant
from portal.values import dataclass

MOST = 200
"""Templates of one person, and of the company: whoever needs more finds none of them."""


@dataclass(frozen=True)
class Template:
    """A letter with placeholders; shared unless it has an `owner_id`.

    A shared one is for its departments, none meaning everybody. An archived one is kept, and offered to nobody.
    """

    id: str
    name: str
    subject: str
    html: str
    owner_id: str | None = None
    department_ids: tuple[str, ...] = ()
    archived: bool = False
    changed_at: datetime | None = None
    version: int | None = None

    def is_for(self, person: Principal) -> bool:
        """Whether the person may write letters with it."""
        if self.owner_id:
            return self.owner_id == person.id
        everybody = person.is_owner or not self.department_ids
        return everybody or person.may_see(map(department_grant, self.department_ids))

    def is_changed_by(self, person: Principal) -> bool:
        """Whether the person may change it: his own, or as who administers all that it is for.

        Owners do so for everybody, heads for the departments that they lead.
        """
        if self.owner_id:
            return self.owner_id == person.id
        led = bool(self.department_ids) and set(self.department_ids) <= person.headed_ids
        return person.is_owner or led
