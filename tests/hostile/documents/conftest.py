"""What means harm comes to the same office as everything else."""

from tests.integration.conftest import aws, world
from tests.integration.documents.conftest import office

__all__ = ["aws", "office", "world"]
