"""Why rows are refused, in the words of imports."""

from collections.abc import Iterable

from chalicelib.crm.model.importing.faults import Fault, FaultError
from chalicelib.crm.service.changes import IdentityTakenError
from portal.errors import ConflictError, InvalidError, PortalError, StaleVersionError


class FaultsError(PortalError):
    """Several cells of a row will not do."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        super().__init__("Some cells are wrong.")
        self.faults = tuple(faults)


def faults_of(error: PortalError) -> tuple[Fault, ...]:
    """What a row's sender is told of a refusal."""
    if isinstance(error, FaultsError):
        return error.faults
    if isinstance(error, FaultError):
        return (error.fault,)
    if isinstance(error, InvalidError):
        return tuple(Fault("refused", {"text": each.message}) for each in error.errors)
    return (_fault_of(error),)


def _fault_of(error: PortalError) -> Fault:
    taken = error if isinstance(error, IdentityTakenError) else error.__cause__
    if isinstance(taken, IdentityTakenError):
        return Fault("taken", {"text": taken.identity.label})
    if isinstance(error, StaleVersionError):
        return Fault("busy")
    if isinstance(error, ConflictError) and not str(error):
        return Fault("busy")
    return Fault("refused", {"text": str(error)})
