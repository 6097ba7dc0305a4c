"""Signatures in the table."""

from chalicelib.communications.model.signatures import markup_of
from chalicelib.communications.store.table import SignatureItem
from portal.dynamo import read_many


class SignatureTable:
    """Maps signatures to items and back; the table is the one that `CommunicationsStore` names."""

    def signatures(self, *owners: str) -> dict[str, str]:
        """Those that the owners have."""
        found = read_many(SignatureItem, map(_key, owners), consistent=True)
        return {owner: _html(found[_key(owner)]) for owner in owners if _key(owner) in found}

    def keep_signature(self, owner: str, html: str | None) -> None:
        """Stores one, or forgets it."""
        item = SignatureItem(*_key(owner))
        if html:
            item.html = html
            item.save()
        else:
            item.delete()


def _html(item: SignatureItem) -> str:
    return item.html or markup_of(item.text or "")


def _key(owner: str) -> tuple[str, str]:
    return f"signature#{owner}", "signature"
