"""What the company's rules did with a letter."""

from enum import StrEnum

from portal.cards import CardRef
from portal.principals import department_grant, employee_grant
from portal.values import dataclass


class AssigneeKind(StrEnum):
    """Whose a letter becomes."""

    PERSON = "person"
    DEPARTMENT = "department"


@dataclass(frozen=True)
class Assignee:
    """A person or a department that a letter is given to, called as when the rule was written."""

    kind: AssigneeKind
    id: str
    name: str

    @property
    def grant(self) -> str:
        """The token of those who see the letter by it."""
        person = self.kind is AssigneeKind.PERSON
        return employee_grant(self.id) if person else department_grant(self.id)


@dataclass(frozen=True)
class RuleMark:
    """A rule that touched a letter, called as it was then."""

    id: str
    name: str


@dataclass(frozen=True)
class Handling:
    """Which rules touched a letter, and what they did besides filing it."""

    rules: tuple[RuleMark, ...]
    assignee: Assignee | None = None
    quiet: bool = False
    card: CardRef | None = None
