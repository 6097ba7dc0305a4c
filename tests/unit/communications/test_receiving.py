"""Letters that come: once each, whoever repeats what."""

from collections.abc import Iterator

import pytest
from tests.unit.communications.fakes import (
    CONTACT,
    DEPARTMENT,
    OWNER,
    Desk,
)
from tests.unit.communications.letters import attachment, letter, multipart, stamps

from chalicelib.communications.model import State
from chalicelib.communications.service.names import Known
from chalicelib.communications.service.ports import Raw
from portal.errors import NotFoundError


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_letter_becomes_a_record_with_an_event(desk: Desk) -> None:
    """Its mailbox's department and an owner may see it until it stands on a card."""
    record = desk.stored(multipart("\r\nНужны насосы", attachment("filename=a.pdf", b"x")))
    assert (record.state, record.snippet, record.attachment_count) == (
        "unlinked",
        "Нужны насосы",
        1,
    )
    assert record.audience == {f"department:{DEPARTMENT}", "role:owner"}
    assert record.counterparts == ("anna@zakaz.example",)
    assert desk.objects.files == {(record.id, 0): b"x"}
    (event,) = desk.store.events
    assert (event.detail_type, event.actor.kind) == (
        "communications.communication_received.v1",
        "system",
    )
    assert event.audience == record.audience
    assert event.data["communication"]["mailbox"] == "sales@demo.example"
    assert event.data["authenticated"] is True


def test_the_same_news_thrice_is_one_record(desk: Desk) -> None:
    """The queue repeats itself; the record and its event stand once."""
    for _ in range(3):
        desk.stored(letter())
    assert (len(desk.store.records), len(desk.store.events)) == (1, 1)


def test_a_crash_before_the_record_leaves_no_second_set_of_files(desk: Desk) -> None:
    """The next attempt writes the same objects under the same id."""
    record = desk.stored(multipart("\r\nт", attachment("filename=a.pdf", b"x")))
    desk.store.records.clear()
    desk.store.sources.clear()
    desk.store.names.clear()
    again = desk.stored(multipart("\r\nт", attachment("filename=a.pdf", b"x")))
    assert again.id == record.id
    assert len(desk.objects.files) == 1


def test_one_message_id_from_two_mailboxes_is_one_record(desk: Desk) -> None:
    """Both departments see it, and nobody hears of it twice."""
    other = desk.mailbox("info@demo.example", "Приёмная", "01JD5B8Q3V7W2X4Y6Z8A0C1E3D")
    first = desk.stored(letter())
    second = desk.stored(letter(top=stamps("info@demo.example")), "inbound/2")
    assert second.id == first.id
    assert second.mailboxes == ("sales@demo.example", "info@demo.example")
    assert f"department:{other.department_ids[0]}" in second.audience
    assert len(desk.store.events) == 1


def test_another_letter_under_a_used_message_id_is_kept_too(desk: Desk) -> None:
    """Who forges a Message-ID can hide nothing by it; copies of the forgery are one again."""
    first = desk.stored(letter("первое"))
    forged = desk.stored(letter("другое"), "inbound/2")
    again = desk.stored(letter("другое"), "inbound/3")
    assert forged.id != first.id
    assert again.id == forged.id
    assert len(desk.store.records) == 2


def test_a_letter_without_a_message_id_is_known_by_its_content(desk: Desk) -> None:
    """Its copy is the same one, a changed one is not."""
    ids = [
        desk.stored(letter(text, message_id=None), f"inbound/{n}").id
        for n, text in enumerate(("раз", "раз", "два"))
    ]
    assert (ids[0] == ids[1], ids[0] == ids[2]) == (True, False)


def test_two_copies_at_one_moment(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second one finds the name taken, looks again, and joins."""
    first = desk.stored(letter())
    looks: Iterator[dict[str, Known]] = iter([{}])
    known = desk.store.known
    monkeypatch.setattr(desk.store, "known", lambda ids: next(looks, None) or known(ids))
    assert desk.stored(letter(top=stamps("info@demo.example")), "inbound/2").id == first.id
    assert len(desk.store.records) == 1


def test_our_own_mailboxes_are_no_counterparts(desk: Desk) -> None:
    """Mailboxes and reply addresses are ours; another address under our domain may be a client's."""
    cc = "Cc: reply+1.2@demo.example, boss@zakaz.example, client@demo.example\r\n"
    assert desk.stored(letter(headers=cc)).counterparts == (
        "anna@zakaz.example",
        "boss@zakaz.example",
        "client@demo.example",
    )


def test_a_thousand_recipients_fit(desk: Desk) -> None:
    """The record holds the first of them, the body all."""
    cc = ",\r\n ".join(f"u{n}@x.example" for n in range(1000))
    record = desk.stored(letter(headers=f"Cc: {cc}\r\n"))
    assert (len(record.cc), len(desk.objects.bodies[record.id].cc)) == (50, 1000)
    assert len(desk.store.events[0].to_json()) < 25_000


def test_a_letter_too_large_is_kept_and_shown_by_its_headers(desk: Desk) -> None:
    """Whoever is interested downloads it whole."""
    desk.objects.raws["inbound/1"] = Raw(letter("x" * 100)[:-50], whole=False)
    desk.receiving.receive("inbound/1", desk.now)
    (record,) = desk.store.records.values()
    assert record.problem
    assert record.sender.address == "anna@zakaz.example"


def test_an_unreadable_letter_is_kept_and_read_again(desk: Desk) -> None:
    """What people did with it in between stays; it is announced under a new event id."""
    record = desk.stored(b" ")
    assert (record.problem, record.state) == ("The letter is empty.", State.UNLINKED)
    desk.choosing.choose(OWNER, "owner", record.id, CONTACT)
    desk.objects.keep_raw("inbound/1", letter("наконец"))
    mended = desk.retrying.parse(OWNER, "owner", record.id)
    assert (mended.problem, mended.snippet, mended.cards) == (None, "наконец", (CONTACT,))
    assert desk.objects.bodies[record.id].text == "наконец"
    received = [e.id for e in desk.store.events if e.type.endswith("received")]
    assert len(set(received)) == 2
    assert desk.retrying.parse(OWNER, "owner", record.id).cards == (CONTACT,)
    assert [e.id for e in desk.store.events if e.type.endswith("received")] == received


def test_a_letter_that_stays_unreadable_stays_as_it_is(desk: Desk) -> None:
    """Another attempt announces nothing."""
    record = desk.stored(b" ")
    assert desk.retrying.parse(OWNER, "owner", record.id).problem == record.problem
    assert len(desk.store.events) == 1


def test_a_missing_object_is_an_error(desk: Desk) -> None:
    """The message goes to the dead letters, where somebody looks."""
    with pytest.raises(NotFoundError):
        desk.receiving.receive("inbound/none", desk.now)


def test_a_letter_is_read_again_as_the_portal_reads_by_now(desk: Desk) -> None:
    """Nobody hears of it twice, what cannot be read any more stays as it was, and what was sent did not come."""
    record = desk.stored(letter("раз"))
    desk.objects.bodies.clear()
    desk.retrying.parse(OWNER, "owner", record.id)
    assert (desk.objects.bodies[record.id].text, len(desk.store.events)) == ("раз", 1)
    desk.objects.keep_raw("inbound/1", b" ")
    assert desk.retrying.parse(OWNER, "owner", record.id).problem is None
