"""What documents takes and gives over HTTP."""

from chalicelib.documents.schemas.documents import (
    DocumentView,
    DownloadQuery,
    FullDocumentView,
    LinkView,
    NewDocument,
    Sharing,
    StrayView,
    UploaderView,
    VersionView,
)
from chalicelib.documents.schemas.files import (
    FileToSend,
    OnCardQuery,
    PlaceView,
    RequestedFile,
)
from chalicelib.documents.schemas.requests import (
    NewUploadRequest,
    NewUploadRequestView,
    PublicRequestView,
    SentFileView,
    UploadRequestView,
)

__all__ = [
    "DocumentView",
    "DownloadQuery",
    "FileToSend",
    "FullDocumentView",
    "LinkView",
    "NewDocument",
    "NewUploadRequest",
    "NewUploadRequestView",
    "OnCardQuery",
    "PlaceView",
    "PublicRequestView",
    "RequestedFile",
    "SentFileView",
    "Sharing",
    "StrayView",
    "UploadRequestView",
    "UploaderView",
    "VersionView",
]
