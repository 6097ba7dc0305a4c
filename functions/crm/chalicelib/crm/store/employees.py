"""What people has announced of employees, so that an old announcement does not undo a newer one."""

from collections.abc import Iterable
from datetime import datetime

from pynamodb.exceptions import PutError

from chalicelib.crm.model.cards import Owner
from chalicelib.crm.store.items import EmployeeItem, HandOverItem
from portal.clock import to_wire
from portal.dynamo import read, read_many


class HandOverStore:
    """The hand-overs that are done, in the table."""

    def is_done(self, hand_over_id: str) -> bool:
        """Whether all its cards have changed hands."""
        return read(HandOverItem, f"hand-over#{hand_over_id}", "done", consistent=True) is not None

    def note_done(self, hand_over_id: str) -> None:
        """They have."""
        HandOverItem(f"hand-over#{hand_over_id}", "done").save()


class EmployeeStore:
    """The latest announcement of each employee in the table."""

    def note_employee(self, employee: Owner, as_of: datetime) -> bool:
        """Remembers an announcement; False when a later one is known already."""
        item = EmployeeItem(*_key(employee.id), name=employee.name, as_of=to_wire(as_of))
        if employee.department_ids:
            item.department_ids = set(employee.department_ids)
        newest = EmployeeItem.pk.does_not_exist() | (EmployeeItem.as_of <= item.as_of)
        try:
            item.save(newest)
        except PutError as error:
            if error.cause_response_code == "ConditionalCheckFailedException":
                return False
            raise
        return True

    def names(self, employee_ids: Iterable[str]) -> dict[str, str]:
        """Their names, in one read for a hundred; the unknown are left out."""
        keys = {_key(employee_id): employee_id for employee_id in employee_ids}
        return {keys[key]: item.name for key, item in read_many(EmployeeItem, keys).items()}


def _key(employee_id: str) -> tuple[str, str]:
    return f"employee#{employee_id}", "employee"
