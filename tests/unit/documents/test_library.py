"""Documents on cards, and their versions."""

import pytest
from tests.unit.documents.fakes import CLIENT, DEAL, PDF, SELLER, STRANGER, Desk

from chalicelib.documents.model import File, State
from chalicelib.documents.service.library import Replacing
from chalicelib.documents.service.places import FORM_LIFE
from portal.cards import CardKind, CardRef
from portal.errors import ConflictError, InvalidError, NotFoundError
from portal.ids import new_id
from portal.paging import PageRequest


@pytest.fixture
def desk() -> Desk:
    return Desk()


def uploaded(desk: Desk) -> str:
    """A document of one version that came."""
    place = desk.library.upload(SELLER, DEAL, PDF, None)
    desk.receive(f"uploads/{place.document_id}/1")
    return place.document_id


def test_an_employee_adds_a_document(desk: Desk) -> None:
    """It waits for its content, and then stands on the card under his name."""
    place = desk.library.upload(SELLER, DEAL, PDF, None)
    with pytest.raises(ConflictError, match="not come yet"):
        desk.library.download(SELLER, place.document_id, None)
    desk.receive(f"uploads/{place.document_id}/1")
    document = desk.library.document(SELLER, place.document_id)
    assert (document.state, document.uploaded_by.name) == (State.READY, SELLER.principal.name)
    assert desk.library.download(SELLER, document.id, None).endswith(
        f"files/{document.id}/1?kept-1"
    )


def test_a_new_version_leaves_the_old_one_there(desk: Desk) -> None:
    """The newest is the current one, and each can be had by its number."""
    document_id = uploaded(desk)
    place = desk.library.upload(SELLER, DEAL, PDF, Replacing(document_id, 1))
    assert place.version == 2
    desk.receive(f"uploads/{document_id}/2")
    assert desk.library.document(SELLER, document_id).current == 2
    assert "/2?" in desk.library.download(SELLER, document_id, None)
    assert "/1?" in desk.library.download(SELLER, document_id, 1)


def test_a_stale_version_is_not_replaced(desk: Desk) -> None:
    """Who looked at version 1 is told that there is a 2."""
    document_id = uploaded(desk)
    desk.library.upload(SELLER, DEAL, PDF, Replacing(document_id, 1))
    desk.receive(f"uploads/{document_id}/2")
    with pytest.raises(ConflictError, match="Version 2"):
        desk.library.upload(SELLER, DEAL, PDF, Replacing(document_id, 1))


def test_two_people_do_not_replace_one_version(desk: Desk) -> None:
    """The second one waits for the first, but not for ever."""
    document_id = uploaded(desk)
    desk.library.upload(SELLER, DEAL, PDF, Replacing(document_id, 1))
    with pytest.raises(ConflictError, match="Somebody"):
        desk.library.upload(SELLER, DEAL, PDF, Replacing(document_id, 1))
    desk.now += FORM_LIFE
    assert desk.library.upload(SELLER, DEAL, PDF, Replacing(document_id, 1)).version == 3


def test_an_older_version_that_comes_late_replaces_nothing(desk: Desk) -> None:
    """The order of numbers counts, not that of coming."""
    document_id = uploaded(desk)
    for _ in "ab":
        desk.library.upload(SELLER, DEAL, PDF, Replacing(document_id, None))
    desk.receive(f"uploads/{document_id}/3")
    desk.receive(f"uploads/{document_id}/2")
    assert desk.library.document(SELLER, document_id).current == 3


def test_a_refused_version_leaves_the_document_as_it_was(desk: Desk) -> None:
    """It is among the versions with its reason; the current one can still be had."""
    document_id = uploaded(desk)
    desk.library.upload(SELLER, DEAL, PDF, Replacing(document_id, 1))
    desk.receive(f"uploads/{document_id}/2", "MZ")
    document = desk.library.document(SELLER, document_id)
    assert (document.state, document.current, document.reason) == (State.READY, 1, None)
    assert [v.state for v in desk.library.versions(SELLER, document)] == [
        State.QUARANTINED,
        State.READY,
    ]
    with pytest.raises(ConflictError, match="refused"):
        desk.library.download(SELLER, document_id, 2)


def test_a_good_version_mends_a_refused_first_one(desk: Desk) -> None:
    """The document can then be had."""
    place = desk.library.upload(SELLER, DEAL, PDF, None)
    desk.receive(f"uploads/{place.document_id}/1", "MZ")
    assert desk.library.document(SELLER, place.document_id).state is State.QUARANTINED
    desk.library.upload(SELLER, DEAL, PDF, Replacing(place.document_id, None))
    desk.receive(f"uploads/{place.document_id}/2")
    assert desk.library.document(SELLER, place.document_id).state is State.READY


def test_a_document_stays_on_its_card(desk: Desk) -> None:
    """A version sent for another card is refused, with the field named."""
    document_id = uploaded(desk)
    other = CardRef(CardKind.DEAL, new_id())
    with pytest.raises(InvalidError) as caught:
        desk.library.upload(SELLER, other, PDF, Replacing(document_id, None))
    assert caught.value.errors[0].pointer == "/card"


def test_a_stranger_finds_nothing(desk: Desk) -> None:
    """Neither the document, nor the list, nor a place on the card."""
    document_id = uploaded(desk)
    with pytest.raises(NotFoundError):
        desk.library.document(STRANGER, document_id)
    with pytest.raises(NotFoundError):
        desk.library.on_card(STRANGER, DEAL, PageRequest())
    with pytest.raises(NotFoundError):
        desk.library.upload(STRANGER, DEAL, PDF, None)


def test_a_client_sees_what_is_shared_with_him(desk: Desk) -> None:
    """Not before, and no longer when the sharing ends; of the versions, those that can be had."""
    document_id = uploaded(desk)
    with pytest.raises(NotFoundError):
        desk.library.document(CLIENT, document_id)
    desk.library.share(SELLER, document_id, with_client=True)
    desk.library.upload(SELLER, DEAL, PDF, Replacing(document_id, 1))
    desk.receive(f"uploads/{document_id}/2", "MZ")
    document = desk.library.document(CLIENT, document_id)
    assert [v.number for v in desk.library.versions(CLIENT, document)] == [1]
    desk.library.share(SELLER, document_id, with_client=False)
    with pytest.raises(NotFoundError):
        desk.library.document(CLIENT, document_id)


def test_an_employee_may_add_a_format_we_do_not_know(desk: Desk) -> None:
    """As plain bytes, but never as a page."""
    assert desk.library.upload(SELLER, DEAL, File("a.bin", 1, "application/octet-stream"), None)
    with pytest.raises(InvalidError):
        desk.library.upload(SELLER, DEAL, File("a.html", 1, "text/html"), None)
