"""The employees on a card: its owner and those who take part."""

from collections.abc import Iterable

from chalicelib.crm.model.cards import Owner, Record
from chalicelib.crm.service.ports import Colleagues
from portal.errors import FieldError, InvalidError, NotAllowedError
from portal.principals import Principal
from portal.values import dataclass


@dataclass(frozen=True)
class Team:
    """Finds the employees that a request names, on behalf of the caller."""

    colleagues: Colleagues

    def owner(self, caller: Principal, authorization: str, employee_id: str | None) -> Owner:
        """The owner of a card; the caller himself when none is named.

        Raises:
            InvalidError: at ``/owner_id``, for anyone but an employee who can sign in.
        """
        if employee_id in {None, caller.id}:
            return Owner.of(caller)
        owner = self.colleagues.principal(authorization, str(employee_id))
        if owner is None:
            raise InvalidError.at("/owner_id", "The owner must be an employee who can sign in.")
        return Owner.of(owner)

    def require_participants(
        self, caller: Principal, authorization: str, given: Iterable[str], known: Iterable[str] = ()
    ) -> None:
        """Lets employees who can sign in take part; those `known` do already.

        Raises:
            InvalidError: at ``/participant_ids/<n>``.
        """
        trusted = {caller.id, *known}
        wrong = [
            FieldError(f"/participant_ids/{index}", "This is no employee who can sign in.")
            for index, employee_id in enumerate(given)
            if employee_id not in trusted
            and self.colleagues.principal(authorization, employee_id) is None
        ]
        if wrong:
            raise InvalidError(*wrong)


def require_right_to_reassign(caller: Principal, record: Record) -> None:
    """Only the owner of a card, his head, and who administers the portal give it away.

    Raises:
        NotAllowedError: the caller is none of them.
    """
    heads = bool(caller.headed_ids & record.owner.department_ids)
    if not (caller.is_owner or heads or caller.id == record.owner.id):
        raise NotAllowedError(
            "Only the owner of this card, his head or an owner of the portal gives it to somebody else."
        )
