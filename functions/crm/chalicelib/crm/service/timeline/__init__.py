"""What people and neighbours put on a card's timeline, and who reads it."""

from chalicelib.crm.service.timeline.files import Files
from chalicelib.crm.service.timeline.timeline import Timeline

__all__ = ["Files", "Timeline"]
