"""Addresses that do not take letters."""

from http import HTTPStatus

from chalicelib.communications.schemas.bad_addresses import (
    BadAddressList,
    BadAddressQuery,
    BadAddressView,
    FineAddress,
)
from chalicelib.communications.service import Communications
from portal.routes import STAFF, Routes

routes = Routes("communications")


@routes.get("/bad-addresses", STAFF)
def bad_addresses(portal: Communications, query: BadAddressQuery) -> BadAddressList:
    """Which of the addresses refused a letter for good."""
    found = portal.bad_addresses.among(query.addresses)
    return BadAddressList(items=[BadAddressView.model_validate(one) for one in found])


@routes.post("/bad-addresses/fine", STAFF, HTTPStatus.NO_CONTENT)
def address_is_fine(portal: Communications, body: FineAddress) -> None:
    """Say that an address takes letters after all."""
    portal.bad_addresses.said_to_be_fine(body.address)
