"""Asking another feature through its public API, on behalf of the person who asked us."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import urllib3

from portal.errors import UnavailableError

_OK = 200
_REFUSALS = frozenset({401, 403, 404, 422})


class Neighbour:
    """The API of one other feature at a base URL that ends in ``/api``."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url.rstrip("/")
        self._http = urllib3.PoolManager(
            timeout=urllib3.Timeout(connect=2, read=10),
            retries=urllib3.Retry(connect=2, read=1, backoff_factor=0.1),
        )

    def get(
        self, path: str, authorization: str, query: Mapping[str, str] | None = None
    ) -> dict[str, Any] | None:
        """The JSON at a path as that person may see it, or None when it is not theirs to see.

        Raises:
            UnavailableError: the neighbour does not answer, or answers with an error of its own.
        """
        url = f"{self._base_url}{path}" + (f"?{urlencode(query)}" if query else "")
        try:
            response = self._http.request("GET", url, headers={"Authorization": authorization})
        except urllib3.exceptions.HTTPError as error:
            raise UnavailableError(
                "A part of the portal does not answer. Try again in a moment."
            ) from error
        if response.status in _REFUSALS:
            return None
        if response.status != _OK:
            raise UnavailableError("A part of the portal does not answer. Try again in a moment.")
        answer: dict[str, Any] = json.loads(response.data)
        return answer
