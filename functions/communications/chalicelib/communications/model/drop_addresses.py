"""Drop addresses: what an employee sends or forwards to his own one is recorded as his.

The address is ``drop+<person's id>.<signature>@<mail domain>``, made as reply addresses are.
"""

import hmac

from chalicelib.communications.model.reply_tokens import BadTokenError, signature_of
from portal.ids import is_id

DROP_PREFIX = "drop+"
_PURPOSE = "drop"


def drop_address(key: bytes, person_id: str, domain: str) -> str:
    """The drop address of an employee."""
    signature = signature_of(key, _PURPOSE, person_id)
    return f"{DROP_PREFIX}{person_id.lower()}.{signature}@{domain}"


def is_drop_address(address: str, domain: str) -> bool:
    """Whether an address claims to be one of ours."""
    local, _, host = address.rpartition("@")
    return host == domain and local.casefold().startswith(DROP_PREFIX)


def dropper_id(key: bytes, address: str) -> str:
    """The employee whose address it is.

    Raises:
        BadTokenError: the address was altered, or signed by somebody else.
    """
    token = address.rpartition("@")[0].casefold().removeprefix(DROP_PREFIX)
    identifier, _, signature = token.partition(".")
    person_id = identifier.upper()
    expected = signature_of(key, _PURPOSE, person_id)
    if not is_id(person_id) or not hmac.compare_digest(expected.encode(), signature.encode()):
        raise BadTokenError
    return person_id
