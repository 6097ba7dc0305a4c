"""The table of crm and what is kept in it."""

from chalicelib.crm.store.table import TABLE

__all__ = ["TABLE"]
