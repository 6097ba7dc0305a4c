"""Whatever a letter tries, it is taken in, shown to a person, and nothing of it runs."""

import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.hostile.letters import FILES, LETTERS, SCRIPT
from tests.integration.communications.conftest import Office
from tests.support.neighbourhood import OWNER

from chalicelib.communications.mail import parse

SECONDS, BYTES = 20, 300_000_000
HARMLESS = ("application/octet-stream", "application/pdf", "image/gif", "image/jpeg", "image/png")


@contextmanager
def bounded() -> Iterator[None]:
    """The block takes less of time and memory than a function has."""
    tracemalloc.start()
    begun = time.process_time()
    try:
        yield
        assert time.process_time() - begun < SECONDS
        assert tracemalloc.get_traced_memory()[1] < BYTES
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", LETTERS)
def test_it_is_taken_in_and_shown(office: Office, name: str) -> None:
    """It waits for a person like any other, and says so where it could not be read whole."""
    assert office.come(LETTERS[name]) == []
    (item,) = office.inbox()
    shown = office.as_(OWNER).get(f"/communications/{item['id']}")
    assert shown.status == 200
    assert "<script" not in (shown.json["html"] or "")
    assert "javascript:" not in (shown.json["html"] or "")


@pytest.mark.parametrize("name", [*LETTERS, *FILES])
def test_it_is_read_in_bounded_time_and_memory(name: str) -> None:
    """Less than the function that reads it has."""
    content = {**LETTERS, **FILES}[name]
    with bounded():
        parse(content)


@pytest.mark.parametrize("name", FILES)
def test_its_file_is_only_ever_saved(office: Office, name: str) -> None:
    """As an attachment, under a name that hides nothing, with a type that no browser runs."""
    assert office.come(FILES[name]) == []
    (item,) = office.inbox()
    path = f"/communications/{item['id']}"
    (file,) = office.as_(OWNER).get(path).json["attachments"]
    reply = office.as_(OWNER).get(f"{path}/attachments/0")
    query = parse_qs(urlsplit(reply.json["url"]).query)
    (disposition,), (kind,) = (
        query["response-content-disposition"],
        query["response-content-type"],
    )
    assert disposition.startswith("attachment; ")
    assert "\r" not in disposition
    assert kind in HARMLESS or kind.startswith(("application/vnd.", "application/zip"))
    assert not set(file["name"]) & set('<>"/\\\u202e\r\n')
    assert SCRIPT not in file["name"]
