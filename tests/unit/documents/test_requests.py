"""Requests for files, and the places that they give."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.unit.documents.fakes import DEAL, NOON, PDF, SELLER, STRANGER, Desk

from chalicelib.documents.model import Terms, hash_of
from chalicelib.documents.model.requests import MAX_REFUSED, SLOT_LIFE
from chalicelib.documents.service.places import Place
from chalicelib.documents.service.requests import Asking
from portal.errors import GoneError, InvalidError, NotFoundError

TERMS = Terms("Пришлите карточку", NOON + timedelta(days=1), 1000, ("application/pdf",))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def token_for(desk: Desk, terms: Terms = TERMS) -> str:
    asking = Asking(DEAL, shared_with_client=False)
    return desk.requests.add(SELLER.principal, SELLER.authorization, asking, terms)[1]


def key_of(place: Place) -> str:
    return place.form.fields["key"]


def test_only_the_hash_of_a_token_is_kept(desk: Desk) -> None:
    """The token has 256 bits, and nothing that is stored holds it."""
    token = token_for(desk)
    assert len(token) >= 43
    assert token not in repr(desk.store.requests_)
    assert desk.requests.by_token(token).token_hash == hash_of(token)


def test_an_altered_token_is_unknown(desk: Desk) -> None:
    """One character is enough."""
    token = token_for(desk)
    with pytest.raises(NotFoundError):
        desk.requests.by_token(token[:-1] + ("A" if token[-1] != "A" else "B"))


def test_nobody_asks_for_files_on_a_card_he_does_not_see(desk: Desk) -> None:
    """The card might as well not exist, and no request is made."""
    with pytest.raises(NotFoundError):
        desk.requests.add(
            STRANGER.principal,
            STRANGER.authorization,
            Asking(DEAL, shared_with_client=False),
            TERMS,
        )
    assert not desk.store.requests_


@pytest.mark.parametrize(
    ("terms", "pointer"),
    [
        (replace(TERMS, expires_at=NOON), "/expires_at"),
        (replace(TERMS, expires_at=NOON + timedelta(days=367)), "/expires_at"),
        (replace(TERMS, content_types=("application/pdf", "text/html")), "/content_types/1"),
    ],
)
def test_terms_that_will_not_do_are_named(desk: Desk, terms: Terms, pointer: str) -> None:
    """An end in the past or too far, or a format that is never taken."""
    with pytest.raises(InvalidError) as caught:
        token_for(desk, terms)
    assert caught.value.errors[0].pointer == pointer


def test_a_place_is_for_one_key_that_holds_no_name(desk: Desk) -> None:
    """The key is made of ids; the name is kept beside it, fit to be shown."""
    place = desk.requests.give_place(token_for(desk), replace(PDF, name="../\u202eакт.pdf"))
    assert key_of(place) == f"uploads/{place.document_id}/1"
    stored = desk.store.version(place.document_id, 1)
    assert stored
    assert stored.file.name == "акт.pdf"


def test_a_form_ends_with_its_request(desk: Desk) -> None:
    """A quarter of an hour at most, and less when the request ends sooner."""
    token = token_for(desk)
    assert desk.requests.give_place(token, PDF).form.fields["seconds"] == "900.0"
    desk.now = TERMS.expires_at - timedelta(minutes=2)
    late = token_for(desk, replace(TERMS, expires_at=desk.now + timedelta(minutes=2)))
    assert desk.requests.give_place(late, PDF).form.fields["seconds"] == "120.0"


@pytest.mark.parametrize(
    ("file", "pointer"),
    [
        (replace(PDF, size=1001), "/size"),
        (replace(PDF, content_type="image/png"), "/content_type"),
    ],
)
def test_a_file_outside_the_terms_gets_no_place(desk: Desk, file: object, pointer: str) -> None:
    """The field is named, and no place is used up."""
    token = token_for(desk)
    with pytest.raises(InvalidError) as caught:
        desk.requests.give_place(token, file)  # type: ignore[arg-type]  # parametrised
    assert [error.pointer for error in caught.value.errors] == [pointer]
    assert not desk.requests.by_token(token).slots


def test_places_are_as_many_as_were_asked_for(desk: Desk) -> None:
    """The third file of two is refused before it is sent."""
    token = token_for(desk, replace(TERMS, max_files=2))
    desk.requests.give_place(token, PDF)
    desk.requests.give_place(token, PDF)
    with pytest.raises(GoneError):
        desk.requests.give_place(token, PDF)


def test_the_last_place_goes_to_one_of_two_at_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who comes second finds the request changed, looks again, and is told that it is used up."""
    token = token_for(desk)
    reserve, stale = desk.store.reserve, list[bool]()

    def beaten(*arguments: object) -> None:
        if not stale:
            stale.append(True)
            desk.requests.give_place(token, PDF)
        reserve(*arguments)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(desk.store, "reserve", beaten)
    with pytest.raises(GoneError):
        desk.requests.give_place(token, PDF)
    assert len(desk.store.documents_) == 1


def test_a_place_whose_file_never_came_is_given_back(desk: Desk) -> None:
    """After an hour another file may take it; before, not."""
    token = token_for(desk)
    desk.requests.give_place(token, PDF)
    desk.now += SLOT_LIFE - timedelta(seconds=1)
    with pytest.raises(GoneError):
        desk.requests.give_place(token, PDF)
    desk.now += timedelta(seconds=1)
    assert desk.requests.give_place(token, PDF)
    assert len(desk.requests.by_token(token).slots) == 1


def test_a_place_whose_file_came_stays_taken(desk: Desk) -> None:
    """Days later it is still one of those that were asked for."""
    token = token_for(desk)
    desk.receive(key_of(desk.requests.give_place(token, PDF)))
    desk.now += timedelta(hours=20)
    with pytest.raises(GoneError):
        desk.requests.give_place(token, PDF)


def test_a_refused_file_gives_its_place_back_and_is_shown(desk: Desk) -> None:
    """Who sent the wrong file can see why, and send the right one."""
    token = token_for(desk)
    desk.receive(key_of(desk.requests.give_place(token, PDF)), "MZ")
    (slot,) = desk.requests.by_token(token).slots
    assert slot.reason == "Not as said."
    assert desk.requests.give_place(token, PDF)


def test_refusals_come_to_an_end(desk: Desk) -> None:
    """A link cannot be used to send rubbish for ever."""
    token = token_for(desk)
    for _ in range(MAX_REFUSED):
        desk.receive(key_of(desk.requests.give_place(token, PDF)), "MZ")
    with pytest.raises(GoneError):
        desk.requests.give_place(token, PDF)


def test_an_expired_link_says_so(desk: Desk) -> None:
    """Both looking and sending."""
    token = token_for(desk)
    desk.now = TERMS.expires_at
    with pytest.raises(GoneError, match="expired"):
        desk.requests.by_token(token)
    with pytest.raises(GoneError, match="expired"):
        desk.requests.give_place(token, PDF)


def test_a_withdrawn_link_ends_at_once(desk: Desk) -> None:
    """Whoever sees the card may withdraw; nobody else can."""
    token = token_for(desk)
    request_id = desk.requests.by_token(token).id
    with pytest.raises(NotFoundError):
        desk.requests.withdraw(STRANGER.authorization, request_id)
    desk.requests.withdraw(SELLER.authorization, request_id)
    with pytest.raises(GoneError, match="withdrawn"):
        desk.requests.give_place(token, PDF)
