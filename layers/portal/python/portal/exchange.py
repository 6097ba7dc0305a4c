"""What a handler may ask of a request beyond its schemas, and give beyond a body."""

from collections.abc import Mapping
from dataclasses import field
from typing import Generic, TypeVar

from pydantic import BaseModel

from portal.errors import InvalidError
from portal.values import dataclass

_MAX_ADDRESS_LENGTH = 45  # of an IPv6 address that holds an IPv4 one

B = TypeVar("B", bound=BaseModel | None)


@dataclass(frozen=True)
class Request:
    """What a handler may need beyond its schemas."""

    headers: Mapping[str, str]
    source_ip: str
    authorization: str | None

    @property
    def if_match(self) -> int | None:
        """The version that the caller saw, from ``If-Match`` (RFC 9110, 13.1.1)."""
        value = self.headers.get("if-match", "").strip()
        if value in {"", "*"}:
            return None
        number = value.removeprefix("W/").strip('"')
        if not number.isdecimal():
            raise InvalidError.at("If-Match", "Send the ETag as you received it.")
        return int(number)

    @property
    def viewer(self) -> str:
        """The address from which the request came to CloudFront, which stands before the gateway.

        CloudFront writes it as the last but one (its own address is the last). Whoever calls the gateway past
        it may write anything here: good for counting, never for granting.
        """
        hops = [hop.strip() for hop in self.headers.get("x-forwarded-for", "").split(",")]
        return hops[-2][:_MAX_ADDRESS_LENGTH] if len(hops) > 1 else self.source_ip

    def cookie(self, name: str) -> str | None:
        """A cookie's value (RFC 6265, 5.4)."""
        for pair in self.headers.get("cookie", "").split(";"):
            key, _, value = pair.strip().partition("=")
            if key == name:
                return value
        return None


@dataclass(frozen=True)
class Answer(Generic[B]):
    """A response with more than a body."""

    body: B
    location: str | None = None
    version: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def all_headers(self) -> dict[str, str]:
        """The headers, with ``Location`` and ``ETag`` where they are known."""
        headers = dict(self.headers)
        if self.location:
            headers["Location"] = self.location
        if self.version is not None:
            headers["ETag"] = f'"{self.version}"'
        return headers
