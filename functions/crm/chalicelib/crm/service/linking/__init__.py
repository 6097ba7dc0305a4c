"""Bringing communications to their cards."""

from chalicelib.crm.service.linking.linking import Linking

__all__ = ["Linking"]
