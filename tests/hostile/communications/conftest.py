"""What means harm comes to the same office as everything else."""

from tests.integration.communications.conftest import office
from tests.integration.conftest import aws, world

__all__ = ["aws", "office", "world"]
