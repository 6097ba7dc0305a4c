"""Cards whose person is gone."""

from datetime import datetime

from portal.errors import ConflictError


def require_unerased(erased_at: datetime | None) -> None:
    """Lets a change pass of a card that still has its person.

    Raises:
        ConflictError: his data were erased.
    """
    if erased_at:
        raise ConflictError("The data of this person were erased. Add a new card instead.")
