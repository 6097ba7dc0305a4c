"""Requests for files as the card's client meets them: which he sees, and what he sends by them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.unit.documents.fakes import CLIENT, DEAL, NOON, PDF, SELLER, STRANGER, Desk

from chalicelib.documents.model import RequestState, Terms
from chalicelib.documents.service.library import Caller
from chalicelib.documents.service.places import Place
from chalicelib.documents.service.requests import Asking
from portal.errors import GoneError, InvalidError, NotFoundError
from portal.paging import PageRequest

TERMS = Terms("Пришлите карточку", NOON + timedelta(days=1), 1000, ("application/pdf",))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def ask(desk: Desk, *, shared: bool = True) -> str:
    asking = Asking(DEAL, shared_with_client=shared)
    made, _ = desk.requests.add(SELLER.principal, SELLER.authorization, asking, TERMS)
    return made.id


def listed(desk: Desk, caller: Caller) -> list[str]:
    page = desk.requests.on_card(caller.principal, caller.authorization, DEAL, PageRequest())
    return [request.id for request in page.items]


def answer(desk: Desk, request_id: str, caller: Caller = CLIENT) -> Place:
    return desk.requests.give_place_to_client(
        caller.principal, caller.authorization, request_id, PDF
    )


def state(desk: Desk, request_id: str) -> RequestState:
    request = desk.store.request(request_id)
    assert request
    return request.state(desk.now)


def test_a_client_sees_the_requests_that_are_shared_with_him(desk: Desk) -> None:
    """The staff see all of them, and who does not see the card sees none."""
    hidden, shared = ask(desk, shared=False), ask(desk)
    assert listed(desk, SELLER) == [hidden, shared]
    assert listed(desk, CLIENT) == [shared]
    with pytest.raises(NotFoundError):
        listed(desk, STRANGER)


def test_what_a_client_sends_is_his_own(desk: Desk) -> None:
    """The document bears his name, and the request knows of it."""
    place = answer(desk, ask(desk))
    document = desk.store.document(place.document_id)
    assert document
    assert (document.uploaded_by.kind, document.uploaded_by.name) == ("client", "Клиент")
    (request,) = desk.store.requests_.values()
    assert [slot.document_id for slot in request.slots] == [place.document_id]


def test_a_request_that_is_not_for_the_client_does_not_exist_for_him(desk: Desk) -> None:
    """Nor does one on a card that he does not see, nor one that never was."""
    with pytest.raises(NotFoundError):
        answer(desk, ask(desk, shared=False))
    with pytest.raises(NotFoundError):
        answer(desk, ask(desk), STRANGER)
    with pytest.raises(NotFoundError):
        answer(desk, "никогда-не-было")


def test_the_terms_hold_for_a_client_too(desk: Desk) -> None:
    """A file outside them is refused before it is sent."""
    large = replace(PDF, size=1001)
    with pytest.raises(InvalidError, match="at most 1000 bytes"):
        desk.requests.give_place_to_client(CLIENT.principal, CLIENT.authorization, ask(desk), large)


def test_a_request_tells_its_state(desk: Desk) -> None:
    """Open, used up by the files that came, and expired in the end; withdrawn whatever the time."""
    request_id, ended = ask(desk), ask(desk)
    assert state(desk, request_id) is RequestState.OPEN
    answer(desk, request_id)
    assert state(desk, request_id) is RequestState.USED_UP
    with pytest.raises(GoneError):
        answer(desk, request_id)
    desk.requests.withdraw(SELLER.authorization, ended)
    desk.now = TERMS.expires_at
    assert state(desk, request_id) is RequestState.EXPIRED
    assert state(desk, ended) is RequestState.WITHDRAWN
