"""Drop addresses: what an employee sends or forwards to his own one is recorded as his.

The id in the address is of the employee.
"""

from chalicelib.communications.model.signed_addresses import SignedAddresses

_ADDRESSES = SignedAddresses("drop")
DROP_PREFIX = _ADDRESSES.prefix

drop_address = _ADDRESSES.address
is_drop_address = _ADDRESSES.claims
dropper_id = _ADDRESSES.identifier
