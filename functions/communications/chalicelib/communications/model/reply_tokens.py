"""Signed reply addresses: an answer finds its card by the address it is sent to.

The id in the address is of the communication that was sent.
"""

from chalicelib.communications.model.signed_addresses import SignedAddresses

_ADDRESSES = SignedAddresses("reply")
PREFIX = _ADDRESSES.prefix

reply_address = _ADDRESSES.address
is_reply_address = _ADDRESSES.claims
answered_id = _ADDRESSES.identifier
