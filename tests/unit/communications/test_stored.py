"""Letters of which the mail bucket tells, and SES does not, or not yet."""

from collections.abc import Mapping
from typing import Any

import pytest
from infra.local.portal import receipt
from tests.unit.communications.fakes import DOMAIN, Desk
from tests.unit.communications.letters import SALES, letter

from chalicelib.communications.receipts import on_receipt
from chalicelib.communications.stored import is_stored, on_stored

KEY = "inbound/1"
WORD = {
    "source": "aws.s3",
    "detail-type": "Object Created",
    "time": "2026-11-23T12:00:00Z",
    "detail": {"bucket": {"name": "mail"}, "object": {"key": KEY}},
}


def not_again(_: Mapping[str, Any]) -> None:
    """It waits once."""
    pytest.fail("The word waits once more.")


def waited(desk: Desk) -> Mapping[str, Any]:
    """The word of the bucket as it comes again; it brought nothing the first time."""
    desk.objects.keep_raw(KEY, letter())
    later: list[Mapping[str, Any]] = []
    assert is_stored(WORD)
    on_stored(desk.receiving, later.append, WORD)
    assert desk.store.records == {}
    (again,) = later
    return again


def test_a_letter_of_which_ses_never_told_comes_late_and_not_never() -> None:
    """By its headers, however often the word comes."""
    desk = Desk()
    again = waited(desk)
    for _ in range(2):
        assert is_stored(again)
        on_stored(desk.receiving, not_again, again)
    (record,) = desk.store.records.values()
    assert (record.mailboxes, record.copies) == ((SALES,), 1)


def test_what_ses_told_meanwhile_stands() -> None:
    """It knows to whom the letter was delivered."""
    desk = Desk()
    again = waited(desk)
    on_receipt(desk.receiving, receipt("1", KEY, [f"service@{DOMAIN}"]))
    before = dict(desk.store.records)
    on_stored(desk.receiving, not_again, again)
    assert desk.store.records == before
    assert [one.delivered_to for one in before.values()] == [(f"service@{DOMAIN}",)]
