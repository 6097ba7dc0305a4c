"""What the news of a letter on its cards tells of it."""

import pytest
from tests.unit.crm.linking_fakes import SELLER, Office, received

CLIENT = "anna@romashka.example"


@pytest.mark.parametrize("brought_by", [SELLER.id, None], ids=["himself", "nobody"])
def test_the_news_of_an_entry_names_who_has_brought_the_letter_in(
    brought_by: str | None,
) -> None:
    """Nobody of what came by itself."""
    office = Office()
    office.deal(office.client)
    office.hear(received(CLIENT, communication={"brought_by": brought_by} if brought_by else {}))
    (added,) = office.announced("crm.entry_added")
    assert added.data["brought_by"] == brought_by
