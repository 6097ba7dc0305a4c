"""Signed reply addresses: an answer finds its card by the address it is sent to.

The address is ``reply+<id>.<signature>@<mail domain>``, where the id is of the communication that was sent.
Both parts are base 32 and compared without regard to case, since mail servers may change it.
"""

import base64
import hashlib
import hmac

from portal.ids import is_id

PREFIX = "reply+"
_PURPOSE = "reply"
# 26 letters of base 32 are 130 bits; the local part is then 59 octets of the 64 that RFC 5321, 4.5.3.1.1 allows.
_SIGNATURE_LENGTH = 26


class BadTokenError(Exception):
    """A reply address that we did not make."""


def reply_address(key: bytes, communication_id: str, domain: str) -> str:
    """The address to which the answer to a communication comes."""
    signature = signature_of(key, _PURPOSE, communication_id)
    return f"{PREFIX}{communication_id.lower()}.{signature}@{domain}"


def is_reply_address(address: str, domain: str) -> bool:
    """Whether an address claims to be one of ours."""
    local, _, host = address.rpartition("@")
    return host == domain and local.casefold().startswith(PREFIX)


def answered_id(key: bytes, address: str) -> str:
    """The id of the communication that a reply address belongs to.

    Raises:
        BadTokenError: the address was altered, or signed by somebody else.
    """
    token = address.rpartition("@")[0].casefold().removeprefix(PREFIX)
    identifier, _, signature = token.partition(".")
    communication_id = identifier.upper()
    if not is_id(communication_id):
        raise BadTokenError
    expected = signature_of(key, _PURPOSE, communication_id)
    if not hmac.compare_digest(expected.encode(), signature.encode()):
        raise BadTokenError
    return communication_id


def signature_of(key: bytes, purpose: str, identifier: str) -> str:
    """What proves that we made an address of that purpose with that id in it."""
    digest = hmac.digest(key, f"{purpose}:{identifier}".encode(), hashlib.sha256)
    return base64.b32encode(digest).decode().lower()[:_SIGNATURE_LENGTH]
