"""The fields that a company adds to its cards."""

from chalicelib.crm.service.fields.definitions import FieldChange, Fields
from chalicelib.crm.service.fields.values import Carrier, OwnValues

__all__ = ["Carrier", "FieldChange", "Fields", "OwnValues"]
