"""Bringing communications to their cards."""

from chalicelib.crm.service.linking.linking import Linking
from chalicelib.crm.service.linking.moving import Moving

__all__ = ["Linking", "Moving"]
