"""Two cards become one, and two again."""

from chalicelib.crm.service.merging.merging import Merging, Wish
from chalicelib.crm.service.merging.unmerging import Unmerging

__all__ = ["Merging", "Unmerging", "Wish"]
