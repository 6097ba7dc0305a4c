"""The use cases of documents."""

from chalicelib.documents.service.documents import Documents
from chalicelib.documents.service.erasing import Erasing
from chalicelib.documents.service.library import Library
from chalicelib.documents.service.receiving import Receiving
from chalicelib.documents.service.requests import Requests

__all__ = ["Documents", "Erasing", "Library", "Receiving", "Requests"]
