"""Erasing what is kept of a person."""

from chalicelib.crm.service.erasing.erasing import Erasing
from chalicelib.crm.service.erasing.walking import Walking

__all__ = ["Erasing", "Walking"]
