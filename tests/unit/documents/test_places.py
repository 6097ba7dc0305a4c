"""The place of a file whose sending broke."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.unit.documents.fakes import PDF, Desk
from tests.unit.documents.test_requests import TERMS, key_of, token_for


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_file_whose_sending_broke_goes_to_its_own_place(desk: Desk) -> None:
    """No second place is used up, and the form is good for a quarter of an hour again."""
    token = token_for(desk)
    place = desk.requests.give_place(token, PDF)
    desk.now += timedelta(minutes=40)
    again = desk.requests.give_place(token, PDF, place.document_id)
    assert again.document_id == place.document_id
    assert again.form.fields["seconds"] == "900.0"
    assert len(desk.requests.by_token(token).slots) == 1


def test_a_place_is_given_again_only_for_its_own_file(desk: Desk) -> None:
    """Another file, a file that has come, and a place of another request each need a place of their own."""
    token, other = (token_for(desk, replace(TERMS, max_files=4)) for _ in range(2))
    place = desk.requests.give_place(token, PDF)
    larger = desk.requests.give_place(token, replace(PDF, size=PDF.size + 1), place.document_id)
    foreign = desk.requests.give_place(other, PDF, place.document_id)
    desk.receive(key_of(place))
    later = desk.requests.give_place(token, PDF, place.document_id)
    places = (place, larger, foreign, later)
    assert len({each.document_id for each in places}) == len(places)
