"""Who may call which route of communications."""

from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

import boto3
from tests.integration.communications.address_rows import ADDRESSES
from tests.integration.communications.mailing import OUTGOING, SALES_BOX, mail, mailboxes
from tests.integration.communications.replaying import REPLAYING
from tests.integration.communications.restoring import RESTORING
from tests.integration.communications.sorting import SORTING, folder
from tests.integration.communications.template_rows import TEMPLATES
from tests.support.access import Call, Row, fixed
from tests.support.personas import RELATED, STAFF, P, Persona
from tests.support.resources import MAIL_BUCKET
from tests.support.scene import Scene
from tests.support.triggers import stored_letter
from tests.unit.communications.letters import stamps

from portal.cards import CardKind
from portal.ids import new_id

# A letter on no card is for everyone of the mailbox's department, and for the owners.
LETTERS = ("communications.", "crm.communication_")
"""What is announced of them: the rest of a furnished company's news would take long to hear."""

OF_MAILBOX: frozenset[Persona] = frozenset({P.OWNER, P.HEAD, P.SELLER, P.STRANGER})


def written(sender: str) -> bytes:
    """A letter with a file, as SES stores it."""
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = sender, SALES_BOX, "Вопрос по окнам"
    letter["Message-ID"] = f"<{new_id()}@mail.example>"
    letter.set_content("Добрый день! Сколько стоят окна?")
    letter.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="План.pdf")
    return stamps(SALES_BOX, domain=sender.partition("@")[2]).encode() + letter.as_bytes()


def stored(scene: Scene, content: bytes) -> dict[str, Any]:
    """The news of a letter in the mail bucket."""
    mailboxes(scene)
    key = f"inbound/{new_id()}"
    boto3.client("s3").put_object(Bucket=MAIL_BUCKET, Key=key, Body=content)
    return stored_letter(key)


def came(scene: Scene, sender: str) -> str:
    """The id of a letter that came and found its place, if there is one for it."""
    receive(scene, written(sender))
    state = "linked" if sender == scene.records.email else "unlinked"
    newest = scene.call(P.OWNER, "GET", f"/communications?state={state}&limit=1").json["items"][0]
    assert newest["from"]["address"] == sender
    letter_id: str = newest["id"]
    return letter_id


def unreadable(scene: Scene) -> str:
    """The id of a letter that could not be read; it says of no mailbox that it was for it."""
    receive(scene, b"\r\n")
    newest = scene.call(P.OWNER, "GET", "/communications?state=unlinked&limit=1").json["items"][0]
    letter_id: str = newest["id"]
    return letter_id


def receive(scene: Scene, content: bytes) -> None:
    """Takes a letter in, and lets everyone hear of it."""
    answer = scene.world.app("communications").invoke("receive", stored(scene, content))
    assert answer == {"batchItemFailures": []}
    scene.bus.carry(*LETTERS)


def from_client(scene: Scene) -> str:
    """A letter that stands on the seller's deal."""
    return came(scene, scene.records.email)


def from_stranger(scene: Scene) -> str:
    """A letter that stands on no card."""
    return came(scene, "stranger@mail.example")


def of(letter: Callable[[Scene], str], rest: str = "", body: Any = None) -> Callable[[Scene], Call]:
    """A call about a letter."""
    return lambda scene: Call(f"/communications/{letter(scene)}{rest}", body)


def listed(state: str, letter: Callable[[Scene], str]) -> Callable[[Scene], Call]:
    """A list in which a letter could be."""
    path = f"/communications?state={state}&limit=100"
    return lambda scene: Call(path, about=letter(scene))


def chosen(letter: Callable[[Scene], str], kind: CardKind) -> Callable[[Scene], Call]:
    """A letter put on a card of the seller's."""
    return lambda scene: Call(
        f"/communications/{letter(scene)}/links", {"card": scene.records.ref(kind)}
    )


def message(scene: Scene) -> Call:
    """A message about the seller's deal."""
    return Call(
        "/communications/messages", {"card": scene.records.ref(CardKind.DEAL), "text": "Когда?"}
    )


def sent(scene: Scene) -> str:
    """The id of a letter that has been sent from the seller's deal."""
    call = mail(scene)
    letter_id: str = scene.made(call.path, call.body | {"at_once": True})["id"]
    scene.bus.carry(*LETTERS)
    return letter_id


def mailbox(_: Scene) -> Call:
    """A mailbox more."""
    address = f"{new_id().lower()}@demo.example"
    body = {"address": address, "name": "Ещё один", "department_ids": [new_id()]}
    return Call("/communications/mailboxes", body)


def changed_mailbox(scene: Scene) -> Call:
    """A mailbox that is closed."""
    call = mailbox(scene)
    made = scene.made(call.path, call.body, P.OWNER)
    return Call(f"/communications/mailboxes/{made['id']}", {"privacy": "subject"})


def filed(scene: Scene) -> Call:
    """A letter put into a folder."""
    return Call(f"/communications/{from_stranger(scene)}/folder", {"folder_id": folder(scene)})


def health(scene: Scene) -> Call:
    """The state of the mailboxes, of which there are two at least."""
    mailboxes(scene)
    return Call("/communications/mailboxes/health")


UPLOAD = {"file_name": "Смета.pdf", "size": 1000, "content_type": "application/pdf"}

ROWS = {
    "communications": Row(listed("unlinked", from_stranger), STAFF, shown_to=OF_MAILBOX),
    "communications on cards": Row(listed("linked", from_client), STAFF, shown_to=RELATED),
    "send_mail": Row(mail, RELATED),
    **OUTGOING,
    **TEMPLATES,
    **ADDRESSES,
    **SORTING,
    **RESTORING,
    **REPLAYING,
    "file_letter": Row(filed, OF_MAILBOX, repeatable=True),
    "send_message": Row(message, RELATED | {P.CLIENT}),
    "announce_upload": Row(fixed("/communications/attachments", UPLOAD), STAFF),
    "mailboxes": Row(fixed("/communications/mailboxes"), STAFF),
    "add_mailbox": Row(mailbox, {P.OWNER}),
    "mailbox_health": Row(health, {P.OWNER}),
    "failed_letters": Row(fixed("/communications/failed"), {P.OWNER}),
    "own_drop_address": Row(fixed("/communications/drop-address"), STAFF),
    "put_aside": Row(of(from_stranger, "/aside", {"aside": True}), OF_MAILBOX, repeatable=True),
    "change_mailbox": Row(changed_mailbox, {P.OWNER}),
    "communication": Row(of(from_client), RELATED | {P.CLIENT}),
    "communication on no card": Row(of(from_stranger), OF_MAILBOX),
    "attachment": Row(of(from_client, "/attachments/0"), RELATED | {P.CLIENT}),
    "attachment on no card": Row(of(from_stranger, "/attachments/0"), OF_MAILBOX),
    "raw_letter": Row(of(from_client, "/raw"), RELATED),
    "choose_card": Row(chosen(from_client, CardKind.CONTACT), RELATED, repeatable=True),
    # Both the letter and the card must be the caller's to see.
    "choose_card for the first time": Row(
        chosen(from_stranger, CardKind.DEAL), OF_MAILBOX - {P.STRANGER}
    ),
    "take_off_cards": Row(of(from_client, "/links"), RELATED),
    "take_off_cards of one on no card": Row(
        of(from_stranger, "/links"), OF_MAILBOX, repeatable=True
    ),
    "parse_again": Row(of(unreadable, "/parse", {}), {P.OWNER}, repeatable=True),
    "send_again": Row(of(sent, "/send", {}), RELATED, repeatable=True),
}
