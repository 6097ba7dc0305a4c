"""The tables in memory as they once were: a company is furnished once, and each test finds it untouched."""

from copy import deepcopy

from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import DynamoDBBackend, dynamodb_backends


class Snapshot:
    """All tables as they are now."""

    def __init__(self) -> None:
        self._tables = deepcopy(_backend().tables)

    def restore(self) -> None:
        """Makes them so again."""
        _backend().tables = deepcopy(self._tables)


def _backend() -> DynamoDBBackend:
    return dynamodb_backends[DEFAULT_ACCOUNT_ID]["us-east-1"]
