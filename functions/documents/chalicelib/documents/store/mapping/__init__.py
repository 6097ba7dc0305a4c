"""Between the model and the items."""

from chalicelib.documents.store.mapping.documents import (
    to_document,
    to_document_item,
    to_version,
    to_version_item,
    version_sk,
)
from chalicelib.documents.store.mapping.requests import requests_of, to_request, to_request_item
from chalicelib.documents.store.mapping.strays import to_stray, to_stray_item

__all__ = [
    "requests_of",
    "to_document",
    "to_document_item",
    "to_request",
    "to_request_item",
    "to_stray",
    "to_stray_item",
    "to_version",
    "to_version_item",
    "version_sk",
]
