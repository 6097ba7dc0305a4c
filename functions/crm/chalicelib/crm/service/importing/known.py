"""People as they were when an import began: nothing can be asked on its sender's behalf while he is away."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chalicelib.crm.model.importing.jobs import Colleague
from portal.principals import Principal


@dataclass(frozen=True)
class Known:
    """Employees by their ids."""

    people: Mapping[str, Principal]

    @classmethod
    def of(cls, colleagues: Iterable[Colleague]) -> "Known":
        """Those who could sign in."""
        return cls({each.principal.id: each.principal for each in colleagues})

    def principal(self, authorization: str, employee_id: str) -> Principal | None:
        """An employee, or None."""
        del authorization
        return self.people.get(employee_id)
