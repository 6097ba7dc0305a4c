"""Letters of which SES tells to whom it delivered them, whatever their headers say."""

from typing import Any

from infra.local.portal import receipt
from tests.unit.communications.fakes import DEPARTMENT, DOMAIN, OWNER, SELLER, Desk
from tests.unit.communications.letters import SALES, letter, stamps

from chalicelib.communications.model import Communication
from chalicelib.communications.receipts import is_receipt, on_receipt

SERVICE = f"service@{DOMAIN}"
# Of a letter to several the `Received` line names nobody.
NOBODY_NAMED = stamps().replace(f"\r\n for {SALES}", "")


def told(*recipients: str, key: str = "inbound/1") -> dict[str, Any]:
    """What SES says."""
    return {
        "notificationType": "Received",
        "mail": {"timestamp": "2026-11-23T12:00:00.000Z", "destination": [SALES]},
        "receipt": {
            "recipients": list(recipients),
            "action": {"type": "S3", "bucketName": "mail", "objectKey": key},
        },
    }


def delivered(
    desk: Desk, *recipients: str, key: str = "inbound/1", content: bytes | None = None
) -> Communication:
    """What a letter that was written to the sellers becomes."""
    desk.objects.keep_raw(key, content or letter(top=NOBODY_NAMED))
    message = told(*recipients, key=key)
    assert is_receipt(message)
    on_receipt(desk.receiving, message)
    return desk.store.records[desk.store.sources[f"object#{key}"]]


def test_a_blind_copy_comes_to_the_mailbox_to_which_it_was_delivered() -> None:
    """And not to the one that only the header names; capital letters do not count."""
    desk = Desk()
    desk.mailbox(SERVICE, "Сервис", DEPARTMENT)
    record = delivered(desk, SERVICE.upper())
    assert (record.mailboxes, record.delivered_to) == ((SERVICE,), (SERVICE,))
    assert SELLER.may_see(record.audience)


def test_reading_it_again_forgets_nothing_of_that() -> None:
    """The stored letter itself does not tell it."""
    desk = Desk()
    desk.mailbox(SERVICE, "Сервис", DEPARTMENT)
    record = delivered(desk, SERVICE)
    again = desk.retrying.parse(OWNER, "owner", record.id)
    assert (again.mailboxes, again.delivered_to) == ((SERVICE,), (SERVICE,))


def test_copies_of_one_letter_come_to_each_mailbox_they_were_delivered_to() -> None:
    """As one record; the same word again changes nothing."""
    desk = Desk()
    desk.mailbox(SERVICE, "Сервис", DEPARTMENT)
    delivered(desk, SERVICE, key="inbound/1")
    for _ in range(2):
        record = delivered(desk, SALES, key="inbound/2")
    assert (record.mailboxes, record.copies) == ((SERVICE, SALES), 2)
    assert record.delivered_to == (SERVICE, SALES)


def test_headers_tell_where_nothing_else_does() -> None:
    """Of letters that were stored before, and of those delivered to an address that is no mailbox."""
    desk = Desk()
    assert delivered(desk, f"alias@{DOMAIN}").mailboxes == (SALES,)
    assert desk.stored(letter(message_id=None), "inbound/2").mailboxes == (SALES,)


def test_the_drop_address_is_known_though_it_is_in_no_header() -> None:
    """An employee puts it into the blind copy."""
    desk = Desk()
    drop = desk.colleagues.drop_address(SELLER)
    record = delivered(desk, drop)
    assert SELLER.may_see(record.audience)


def test_what_is_told_here_is_what_is_understood() -> None:
    """The launcher plays SES for the portal on one's own machine."""
    desk = Desk()
    desk.objects.keep_raw("inbound/1", letter(top=NOBODY_NAMED))
    message = receipt("1", "inbound/1", [SALES])
    assert is_receipt(message)
    on_receipt(desk.receiving, message)
    (record,) = desk.store.records.values()
    assert record.delivered_to == (SALES,)
