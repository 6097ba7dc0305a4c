"""Files as they come: once, twice, late, wrong, and with crashes in between."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.unit.documents.fakes import AUDIENCE, CLIENT, DEAL, NOON, PDF, SELLER, Desk

from chalicelib.documents.model import State, Terms, Upload
from chalicelib.documents.service.requests import Asking
from portal.errors import ConflictError, NotFoundError

TERMS = Terms("Акт", NOON + timedelta(days=1), 1000, ("application/pdf",), max_files=5)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def sent(desk: Desk, *, shared: bool = False) -> str:
    """The key of a file that a partner is about to send."""
    asking = Asking(DEAL, shared_with_client=shared)
    token = desk.requests.add(SELLER.principal, SELLER.authorization, asking, TERMS)[1]
    return desk.requests.give_place(token, PDF).form.fields["key"]


def test_a_right_file_stands_on_its_card(desk: Desk) -> None:
    """It is kept under its own key, can be had, and is announced to those who see the card."""
    key = sent(desk)
    desk.receive(key)
    (document,) = desk.library.on_card(SELLER, DEAL, None).items  # type: ignore[arg-type]  # the fake has one page
    assert (document.state, document.current) == (State.READY, 1)
    assert list(desk.files.kept) == [f"files/{document.id}/1"]
    assert not desk.files.uploads
    (event,) = desk.store.events
    assert event.type == "documents.file_received"
    assert event.about == (DEAL,)
    assert event.data["requested_by"] == SELLER.principal.id
    assert event.audience == {f"employee:{SELLER.principal.id}"}


def test_a_shared_file_is_announced_to_the_client_too(desk: Desk) -> None:
    """The audience then has the card's client."""
    desk.receive(sent(desk, shared=True))
    assert desk.store.events[0].audience == AUDIENCE


def test_a_wrong_file_goes_to_quarantine(desk: Desk) -> None:
    """It cannot be had, the reason is kept, and the staff alone are told."""
    key = sent(desk, shared=True)
    desk.receive(key, "MZ")
    document_id = key.split("/")[1]
    assert list(desk.files.kept) == [f"quarantine/{document_id}/1"]
    with pytest.raises(ConflictError, match=r"Not as said\."):
        desk.library.download(SELLER, document_id, None)
    with pytest.raises(NotFoundError):
        desk.library.download(CLIENT, document_id, None)
    (event,) = desk.store.events
    assert (event.type, event.data["reason"]) == ("documents.file_quarantined", "Not as said.")
    assert event.audience == {f"employee:{SELLER.principal.id}"}


def test_the_same_notice_twice_changes_nothing(desk: Desk) -> None:
    """One event, one copy, no stray."""
    key = sent(desk)
    desk.receive(key)
    desk.receiving.receive(Upload(key, "1"), 15)
    assert len(desk.store.events) == 1
    assert [len(copies) for copies in desk.files.kept.values()] == [1]
    assert not desk.store.strays_


def test_a_crash_before_the_record_is_made_good(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy is made again, the event is announced once, and what is handed out is what the record means."""
    key, judge = sent(desk), desk.store.judge

    def crash(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(desk.store, "judge", crash)
    with pytest.raises(OSError):  # noqa: PT011  # any failure will do
        desk.receive(key)
    monkeypatch.setattr(desk.store, "judge", judge)
    desk.receive(key)
    assert len(desk.store.events) == 1
    assert desk.library.download(SELLER, key.split("/")[1], None).endswith("?kept-2")


def test_a_crash_after_the_record_is_made_good(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The repeated notice removes what was left, and announces nothing again."""
    key, remove = sent(desk), desk.files.remove

    def crash(_: Upload) -> None:
        raise OSError

    monkeypatch.setattr(desk.files, "remove", crash)
    with pytest.raises(OSError):  # noqa: PT011  # any failure will do
        desk.receive(key)
    monkeypatch.setattr(desk.files, "remove", remove)
    desk.receive(key)
    assert len(desk.store.events) == 1
    assert not desk.files.uploads


def test_an_address_used_twice_keeps_the_first_file(desk: Desk) -> None:
    """The second stays where it came, on the list of strays."""
    key = sent(desk)
    desk.receive(key)
    desk.receive(key, "application/pdf, another", "2")
    assert desk.files.kept == {f"files/{key.split('/')[1]}/1": ["application/pdf"]}
    assert desk.files.uploads == {Upload(key, "2"): "application/pdf, another"}
    assert len(desk.store.strays_) == 1


@pytest.mark.parametrize(
    "key", ["uploads/x", "uploads/x/y", "uploads/01ARZ3NDEKTSV4RRFFQ69G5FAV/1"]
)
def test_an_object_nobody_waited_for_is_a_stray(desk: Desk, key: str) -> None:
    """It is kept and listed, once."""
    desk.receive(key)
    desk.receive(key)
    assert [stray.key for stray in desk.store.strays_.values()] == [key]
    assert Upload(key, "1") in desk.files.uploads


def test_a_late_file_is_taken_all_the_same(desk: Desk) -> None:
    """It was sent in time; that its notice took hours is not its sender's fault."""
    key = sent(desk)
    desk.now += timedelta(hours=5)
    desk.receive(key)
    assert desk.store.documents_[key.split("/")[1]].state is State.READY


def test_a_file_that_is_gone_is_not_passed_over(desk: Desk) -> None:
    """The notice fails, and ends among the dead letters where somebody sees it."""
    with pytest.raises(NotFoundError):
        desk.receiving.receive(Upload(sent(desk), "1"), 1)


def test_files_of_one_request_that_come_at_once_are_all_counted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever finds the request changed takes it up anew."""
    asking = Asking(DEAL, shared_with_client=False)
    token = desk.requests.add(SELLER.principal, SELLER.authorization, asking, TERMS)[1]
    first, second = (desk.requests.give_place(token, PDF).form.fields["key"] for _ in "ab")
    judge, beaten = desk.store.judge, list[bool]()

    def slow(*arguments: object) -> None:
        if not beaten:
            beaten.append(True)
            desk.receive(second)
        judge(*arguments)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(desk.store, "judge", slow)
    desk.receive(first)
    assert [slot.state for slot in desk.requests.by_token(token).slots] == [State.READY] * 2
    assert len(desk.store.events) == 2


def test_sharing_after_the_place_was_given_counts(desk: Desk) -> None:
    """The document says whether the client sees it, not the older version to come."""
    key = sent(desk)
    document = desk.store.documents_[key.split("/")[1]]
    desk.store.save_document(
        replace(document, access=replace(document.access, shared_with_client=True))
    )
    desk.receive(key)
    assert desk.store.events[0].data["shared_with_client"] is True
