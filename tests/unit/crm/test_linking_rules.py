"""Which card a communication reaches, rule by rule."""

import pytest
from tests.unit.crm.linking_fakes import SELLER, Office, chosen, received, ref_of, sent

from chalicelib.crm.model.linking import LinkedBy, Reason
from portal.cards import CardKind
from portal.errors import NotFoundError
from portal.ids import new_id

CLIENT = "anna@romashka.example"
STRANGER = "stranger@elsewhere.example"


@pytest.fixture
def office() -> Office:
    return Office()


def test_one_open_deal_of_a_known_client_takes_the_letter(office: Office) -> None:
    """The letter stands on the deal, the contact and the company alike."""
    deal = office.deal(office.client)
    letter = received(CLIENT)
    link = office.hear(letter)
    assert (link.main, link.by) == (deal.ref, LinkedBy.ADDRESS)
    assert office.standing(letter) == {deal.ref, office.client.ref, office.firm.ref}
    assert office.links.choices == {}


def test_a_closed_deal_takes_no_letter_by_address(office: Office) -> None:
    """A client without an open deal writes to his own card and his company's."""
    office.deal(office.client, open=False)
    letter = received(CLIENT)
    assert office.hear(letter).main == office.client.ref
    assert office.standing(letter) == {office.client.ref, office.firm.ref}


def test_several_open_deals_ask_once(office: Office) -> None:
    """Nobody guesses: the letter waits with suggestions, and meanwhile stands on contact and company."""
    deals = [office.deal(office.client), office.deal(office.client)]
    letter = received(CLIENT)
    link = office.hear(letter)
    assert (link.main, link.reason) == (None, Reason.SEVERAL_OPEN_DEALS)
    assert office.standing(letter) == {office.client.ref, office.firm.ref}
    (told,) = office.announced("crm.communication_unlinked")
    assert [s["card"]["id"] for s in told.data["suggestions"]] == [deal.id for deal in deals]
    assert office.announced("crm.entry_added") == []


def test_a_choice_is_remembered_for_the_next_letter(office: Office) -> None:
    """Once a person has said which deal it is, the client's next letter goes there."""
    office.deal(office.client)
    second = office.deal(office.client)
    first_letter = received(CLIENT)
    office.hear(first_letter)
    office.hear(chosen(first_letter, second))
    link = office.hear(received(CLIENT))
    assert (link.main, link.by) == (second.ref, LinkedBy.REMEMBERED)


@pytest.mark.parametrize("fate", ["closed", "another's"])
def test_a_remembered_deal_that_no_longer_fits_is_forgotten(office: Office, fate: str) -> None:
    """A deal that was closed, or given to another contact, does not take letters from memory."""
    office.deal(office.client)
    office.deal(office.client)
    former = office.deal(*([office.client] if fate == "closed" else []), open=fate != "closed")
    office.links.choices[office.client.id] = former.id
    assert office.hear(received(CLIENT)).reason is Reason.SEVERAL_OPEN_DEALS


def test_a_stranger_waits_in_the_inbox(office: Office) -> None:
    """An unknown sender is told to those who read the mailbox, and stands on no card."""
    letter = received(STRANGER)
    assert office.hear(letter).reason is Reason.UNKNOWN_SENDER
    assert office.standing(letter) == set()
    (told,) = office.announced("crm.communication_unlinked")
    assert told.audience == letter.audience


def test_a_signed_token_comes_first(office: Office) -> None:
    """The token's deal wins over the thread's and the address's, even when it is closed."""
    closed = office.deal(office.client, open=False)
    office.hear(parent := sent(office.deal(office.client), CLIENT))
    parents = [parent.data["communication"]["id"]]
    link = office.hear(received(CLIENT, token_card=ref_of(closed), parent_ids=parents))
    assert (link.main, link.by) == (closed.ref, LinkedBy.TOKEN)


def test_a_token_of_a_card_that_is_gone_leaves_it_to_the_next_rule(office: Office) -> None:
    """A dead token is no token."""
    deal = office.deal(office.client)
    link = office.hear(received(CLIENT, token_card={"kind": "deal", "id": new_id()}))
    assert (link.main, link.by) == (deal.ref, LinkedBy.ADDRESS)


def test_the_thread_comes_before_the_address(office: Office) -> None:
    """An answer goes where the first of its known parents stands."""
    ours, other = office.deal(office.client), office.deal(office.client)
    parent = sent(ours, CLIENT)
    office.hear(parent)
    office.hear(later := sent(other, CLIENT))
    parents = [new_id(), *(p.data["communication"]["id"] for p in (parent, later))]
    link = office.hear(received(CLIENT, parent_ids=parents))
    assert (link.main, link.by) == (ours.ref, LinkedBy.THREAD)


def test_a_colleague_of_the_client_answers_in_the_thread(office: Office) -> None:
    """An address nobody knows reaches the deal by its thread; no contact's card gets the letter."""
    deal = office.deal(office.client)
    office.hear(parent := sent(deal, CLIENT))
    letter = received(STRANGER, parent_ids=[parent.data["communication"]["id"]])
    office.hear(letter)
    assert office.standing(letter) == {deal.ref}


@pytest.mark.parametrize("by", ["address", "thread"])
def test_a_forged_sender_reaches_no_card(office: Office, by: str) -> None:
    """Neither an address nor Message-IDs, which many have seen, prove anything without DMARC."""
    deal = office.deal(office.client)
    office.hear(parent := sent(deal, CLIENT))
    parents = [parent.data["communication"]["id"]] if by == "thread" else []
    office.cards.asked.clear()
    letter = received(CLIENT, parent_ids=parents, authenticated=False)
    assert office.hear(letter).reason is Reason.NOT_AUTHENTICATED
    assert office.standing(letter) == set()
    assert office.cards.asked == []


def test_a_token_is_proof_enough_without_dmarc(office: Office) -> None:
    """It reaches its deal, but not the contact whose address it bears: nobody vouches for that."""
    deal = office.deal(office.client)
    letter = received(CLIENT, token_card=ref_of(deal), authenticated=False)
    link = office.hear(letter)
    assert (office.standing(letter), link.contact_ids) == ({deal.ref}, frozenset())


def test_of_several_known_counterparts_the_sender_counts(office: Office) -> None:
    """The sender's deal takes the letter, though somebody in the copy has one too."""
    boss = office.contact("boss@romashka.example")
    office.deal(boss)
    own = office.deal(office.client)
    link = office.hear(received(CLIENT, "boss@romashka.example"))
    assert link.main == own.ref
    assert link.contact_ids == {office.client.id, boss.id}


def test_the_contacts_of_the_deal_have_the_letter_too(office: Office) -> None:
    """Whoever of the deal's contacts takes part has it on his card; others have not."""
    boss, other = office.contact("boss@romashka.example"), office.contact("x@romashka.example")
    deal = office.deal(office.client, boss)
    letter = received(CLIENT, "boss@romashka.example", "x@romashka.example")
    office.hear(letter)
    assert office.standing(letter) >= {deal.ref, office.client.ref, boss.ref}
    assert other.ref not in office.standing(letter)


def test_a_letter_from_a_card_stands_there(office: Office) -> None:
    """What the manager sends stands on the deal and on the recipient's card, with its author."""
    deal = office.deal(office.client, company_id=office.firm.id)
    letter = sent(deal, CLIENT)
    link = office.hear(letter)
    assert (link.by, link.actor) == (LinkedBy.SENT, SELLER)
    assert office.standing(letter) == {deal.ref, office.client.ref, office.firm.ref}


@pytest.mark.parametrize("kind", [CardKind.LEAD, CardKind.COMPANY])
def test_a_chosen_lead_or_company_stands_alone(office: Office, kind: CardKind) -> None:
    """A person's word for one card brings the letter to no other."""
    card = office.card(kind, "Новый клиент")
    office.hear(letter := received(STRANGER))
    office.hear(chosen(letter, card))
    assert office.standing(letter) == {card.ref}


def test_a_chosen_card_that_does_not_exist_is_refused(office: Office) -> None:
    """The choice is set aside, and the letter stays where it stands."""
    office.hear(letter := received(STRANGER))
    office.cards.by_ref.clear()
    with pytest.raises(NotFoundError):
        office.hear(chosen(letter, office.client))
    assert office.links.stored[letter.data["communication"]["id"]].revision == 1


def test_a_machines_letter_is_marked(office: Office) -> None:
    """An out-of-office note is linked like any letter, and shown for what it is."""
    deal = office.deal(office.client)
    letter = received(CLIENT, communication={"automatic": True})
    office.hear(letter)
    (entry,) = office.links.timelines[deal.ref].values()
    assert entry.mark == "automatic"


def test_a_letter_to_a_thousand_people_costs_ten_questions(office: Office) -> None:
    """The number of recipients does not decide about the cost."""
    office.hear(received(*(f"n{number}@many.example" for number in range(1000))))
    assert len(office.cards.asked) == 10
