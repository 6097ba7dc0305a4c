"""Where a letter belongs: its reply address, the letters before it, and our own copies."""

import pytest
from tests.unit.communications.fakes import DEAL, KEY, SELLER, Desk
from tests.unit.communications.letters import letter, stamps

from chalicelib.communications.model import Draft, reply_address


@pytest.fixture
def desk() -> Desk:
    return Desk()


def sent(desk: Desk) -> str:
    """The id of a letter that the seller sent from his deal."""
    draft = Draft(DEAL, ("anna@zakaz.example",), (), "Цена", "Сто рублей", at_once=True)
    return desk.sending.send(SELLER, "seller", draft, None).id


def test_an_answer_to_the_signed_address_names_the_card(desk: Desk) -> None:
    """The address alone is enough, whatever case servers made of it; the mailbox is the thread's."""
    address = reply_address(KEY, sent(desk), "demo.example")
    answer = desk.stored(
        letter(top=stamps(address.upper().replace("DEMO.EXAMPLE", "demo.example"))).replace(
            b"To: sales@demo.example", b"To: x@y.example"
        )
    )
    assert (answer.token_card, answer.token_problem) == (DEAL, None)
    assert answer.mailboxes == ("sales@demo.example",)
    assert desk.store.events[-1].data["token_card"] == {"kind": "deal", "id": DEAL.id}
    assert "reply" not in " ".join(answer.counterparts)


def test_every_altered_character_of_the_address_is_noticed(desk: Desk) -> None:
    """The letter is taken in without a card, and the failure is noted."""
    address = reply_address(KEY, sent(desk), "demo.example")
    local = address.partition("@")[0]
    for at in range(len("reply+"), len(local)):
        changed = "b" if local[at] == "a" else "a" if local[at] != "." else "x"
        altered = f"{local[:at]}{changed}{local[at + 1 :]}@demo.example"
        record = desk.stored(letter(top=stamps(altered), message_id=f"<{at}@x>"), f"inbound/{at}")
        assert (record.token_card, bool(record.token_problem)) == (None, True), altered


def test_parents_are_found_ours_first(desk: Desk) -> None:
    """By the id that the provider gave our letter, then by the headers in their order."""
    ours, theirs = sent(desk), desk.stored(letter()).id
    headers = (
        "In-Reply-To: <one@zakaz.example>\r\nReferences: <unknown@x> <ses1@email.amazonses.com>\r\n"
    )
    answer = desk.stored(letter(headers=headers, message_id="<two@zakaz.example>"), "inbound/2")
    assert answer.parent_ids == (ours, theirs)


def test_a_letter_and_all_its_answers_are_one_thread(desk: Desk) -> None:
    """Theirs, ours and theirs again, though each header names only the one before."""
    question = desk.stored(letter())
    draft = Draft(
        DEAL, ("anna@zakaz.example",), (), None, "Да", reply_to_id=question.id, at_once=True
    )
    ours = desk.sending.send(SELLER, "seller", draft, None)
    headers = "In-Reply-To: <ses1@email.amazonses.com>\r\n"
    answer = desk.stored(letter(headers=headers, message_id="<two@zakaz.example>"), "inbound/2")
    assert {one.thread_id for one in (question, ours, answer)} == {question.id}
    told = {event.data["communication"]["thread_id"] for event in desk.store.events}
    assert told == {question.id}


def test_a_reply_address_keeps_the_thread_where_headers_are_lost(desk: Desk) -> None:
    """Some mail programs answer without them."""
    first = sent(desk)
    address = reply_address(KEY, first, "demo.example")
    answer = desk.stored(letter(top=stamps(address)))
    assert (answer.parent_ids, answer.thread_id) == ((), first)


def test_a_letter_that_answers_nothing_known_begins_a_thread(desk: Desk) -> None:
    """Whatever its headers name; a second copy of it changes nothing."""
    content = letter(headers="In-Reply-To: <unknown@x>\r\n")
    record = desk.stored(content)
    assert record.thread_id == record.id
    assert desk.stored(content, "inbound/2").thread_id == record.id


def test_our_own_copy_is_no_new_letter(desk: Desk) -> None:
    """A letter sent with our mailbox in copy comes back under the provider's id."""
    identifier = sent(desk)
    (content, _, _) = desk.sender.sent[0]
    own = content.replace(
        f"{identifier.lower()}@demo.example".encode(), b"ses1@email.amazonses.com", 1
    )
    assert desk.stored(stamps().encode() + own).id == identifier
