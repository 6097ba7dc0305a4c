"""Addresses that do not take letters, on the wire."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from portal.wire import Email, Instant, Request, Response

_MOST = 50


def _parted(value: object) -> object:
    return [part for part in value.split(",") if part] if isinstance(value, str) else value


def _unique(values: list[str]) -> list[str]:
    return list(dict.fromkeys(values))


class BadAddressQuery(Request):
    """The addresses that are asked about, with commas between."""

    addresses: Annotated[
        list[Email], BeforeValidator(_parted), Field(max_length=_MOST), AfterValidator(_unique)
    ]


class FineAddress(Request):
    """An address that takes letters after all."""

    address: Email


class BadAddressView(Response):
    """An address to which a letter was refused for good, and the mail server's words."""

    address: str
    since: Instant
    detail: str


class BadAddressList(Response):
    """Those of the addresses that are bad; there is never a second page."""

    items: list[BadAddressView]
    next: None = None
