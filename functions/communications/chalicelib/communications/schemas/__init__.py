"""What communications takes and gives over HTTP."""

from chalicelib.communications.schemas.requests import (
    CommunicationQuery,
    NewLink,
    NewMail,
    NewMailbox,
    NewMessage,
    NewUpload,
)
from chalicelib.communications.schemas.views import (
    CommunicationItem,
    CommunicationView,
    LinkView,
    MailboxList,
    MailboxView,
    UploadView,
)

__all__ = [
    "CommunicationItem",
    "CommunicationQuery",
    "CommunicationView",
    "LinkView",
    "MailboxList",
    "MailboxView",
    "NewLink",
    "NewMail",
    "NewMailbox",
    "NewMessage",
    "NewUpload",
    "UploadView",
]
