"""The feature as one object: what its routes and consumers call."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Crm:
    """Everything crm can do."""
