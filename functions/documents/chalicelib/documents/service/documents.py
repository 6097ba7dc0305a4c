"""The feature as one object: what its routes and consumers call."""

from chalicelib.documents.service.library import Library
from chalicelib.documents.service.receiving import Receiving
from chalicelib.documents.service.requests import Requests
from portal.values import dataclass


@dataclass(frozen=True)
class Documents:
    """Everything documents can do."""

    requests: Requests
    library: Library
    receiving: Receiving
    portal_url: str

    def upload_page(self, token: str) -> str:
        """The page on which the holder of a token sends files."""
        return f"{self.portal_url}/upload/{token}"
