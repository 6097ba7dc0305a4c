"""The working time of the company as crm tells of it."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from portal.working_time import WorkingTime

_TIME = TypeAdapter(WorkingTime)
_NAMES = "zone", "days", "starts", "ends", "holidays"


def working_time_of(data: Mapping[str, Any]) -> WorkingTime:
    """The domain's form."""
    return _TIME.validate_python({name: data[name] for name in _NAMES})
