"""Hostile letters come to the same office as usual ones."""

from tests.integration.communications.conftest import office
from tests.integration.conftest import aws, world

__all__ = ["aws", "office", "world"]
