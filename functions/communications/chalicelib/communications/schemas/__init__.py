"""What communications takes and gives over HTTP."""

from chalicelib.communications.schemas.outgoing import (
    NewDeparture,
    OutgoingQuery,
    TakenBackView,
)
from chalicelib.communications.schemas.requests import (
    AsideChange,
    CommunicationQuery,
    NewLink,
    NewMail,
    NewMessage,
    NewUpload,
)
from chalicelib.communications.schemas.views import (
    CommunicationItem,
    CommunicationView,
    LinkView,
    UploadView,
)

__all__ = [
    "AsideChange",
    "CommunicationItem",
    "CommunicationQuery",
    "CommunicationView",
    "LinkView",
    "NewDeparture",
    "NewLink",
    "NewMail",
    "NewMessage",
    "NewUpload",
    "OutgoingQuery",
    "TakenBackView",
    "UploadView",
]
