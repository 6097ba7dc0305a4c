"""The table of documents."""

from chalicelib.documents.store.documents import DocumentsStore
from chalicelib.documents.store.items import TABLE

__all__ = ["TABLE", "DocumentsStore"]
