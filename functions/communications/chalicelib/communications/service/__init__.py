"""The use cases of communications."""

from chalicelib.communications.service.colleagues import Colleagues
from chalicelib.communications.service.communications import Communications
from chalicelib.communications.service.linking import Aside, Choosing, Following, Placement
from chalicelib.communications.service.mailboxes import Mailboxes
from chalicelib.communications.service.messages import Messages
from chalicelib.communications.service.reading import Reading
from chalicelib.communications.service.receiving import Receiving
from chalicelib.communications.service.retrying import Retrying
from chalicelib.communications.service.sending import Sending
from chalicelib.communications.service.tracing import Tracing
from chalicelib.communications.service.uploads import Uploads
from chalicelib.communications.service.writing import Writing

__all__ = [
    "Aside",
    "Choosing",
    "Colleagues",
    "Communications",
    "Following",
    "Mailboxes",
    "Messages",
    "Placement",
    "Reading",
    "Receiving",
    "Retrying",
    "Sending",
    "Tracing",
    "Uploads",
    "Writing",
]
