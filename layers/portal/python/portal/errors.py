"""What can go wrong, in the words of the domain. `portal.problems` gives each family its HTTP status."""

from typing import TYPE_CHECKING

from portal.values import dataclass

if TYPE_CHECKING:
    from portal.cards import CardRef


class PortalError(Exception):
    """A refusal that a person is told. The message is a whole sentence that says how to mend it."""


class UnauthenticatedError(PortalError):
    """Nobody knows who is asking; `reason` is for a program that can ask on: it goes with the answer."""

    def __init__(self, message: str = "", reason: str | None = None) -> None:
        super().__init__(message)
        self.reason = reason


class NotAllowedError(PortalError):
    """We know who is asking, and that person may know that this exists but not do it."""


class NotFoundError(PortalError):
    """It does not exist, or the one who asks may not know that it does."""


class ConflictError(PortalError):
    """What is stored already contradicts the request; `about` is the card that does, where he may see it."""

    def __init__(self, message: str = "", about: "CardRef | None" = None) -> None:
        super().__init__(message)
        self.about = about


class StaleVersionError(ConflictError):
    """Somebody saved in between; nothing was changed."""

    def __init__(
        self,
        message: str = "Somebody changed this meanwhile. Load it again and repeat your change.",
    ) -> None:
        super().__init__(message)


class BusyError(ConflictError):
    """Somebody else is at the same thing at this moment; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("Somebody is changing this right now. Try again.")


class GoneError(PortalError):
    """It existed, and has ended for good."""


class TooLargeError(PortalError):
    """More than is accepted here."""


class TooManyRequestsError(PortalError):
    """Too often; `retry_after` is in seconds."""

    def __init__(self, message: str, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class UnavailableError(PortalError):
    """Something that we depend on does not answer; the same request may succeed later."""


@dataclass(frozen=True)
class FieldError:
    """One wrong value: `pointer` is an RFC 6901 JSON pointer into the body, or ``?name`` of the query."""

    pointer: str
    message: str


class InvalidError(PortalError):
    """The request's values are wrong; each error says where and how to mend it."""

    def __init__(self, *errors: FieldError) -> None:
        super().__init__("; ".join(error.message for error in errors))
        self.errors = errors

    @classmethod
    def at(cls, pointer: str, message: str) -> "InvalidError":
        """One error at one place."""
        return cls(FieldError(pointer, message))


class MalformedError(PortalError):
    """The request cannot be read at all."""
