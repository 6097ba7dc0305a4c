"""Lists on their way into files."""

from chalicelib.crm.service.exporting.exporting import Exporting
from chalicelib.crm.service.exporting.naming import Naming
from chalicelib.crm.service.exporting.running import ExportRunning

__all__ = ["ExportRunning", "Exporting", "Naming"]
