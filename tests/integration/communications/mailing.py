"""Letters that people write, and who may decide about those that have not left."""

from datetime import timedelta

from tests.support.access import Call, Row, fixed
from tests.support.personas import RELATED, SALES, STAFF, SUPPORT, P
from tests.support.scene import Scene
from tests.unit.communications.letters import stamps

from portal.cards import CardKind
from portal.clock import to_wire, utc_now
from portal.ids import new_id

TOMORROW, LATER = (to_wire(utc_now() + timedelta(days=days)) for days in (1, 2))
SALES_BOX = "sales@demo.example"
DECIDE = frozenset({P.OWNER, P.HEAD, P.SELLER})


def mailboxes(scene: Scene) -> None:
    """The mailboxes of the sellers' and the participant's departments, made once."""
    # Other rows make mailboxes of their own, in any order.
    known = scene.call(P.OWNER, "GET", "/communications/mailboxes").json["items"]
    if SALES_BOX not in {box["address"] for box in known}:
        for address, department in ((SALES_BOX, SALES), ("service@demo.example", SUPPORT)):
            box = {"address": address, "name": "Компания", "department_ids": [department]}
            scene.made("/communications/mailboxes", box, P.OWNER)


def mail(scene: Scene) -> Call:
    """A letter from the seller's deal."""
    mailboxes(scene)
    body = {
        "card": scene.records.ref(CardKind.DEAL),
        "to": [scene.records.email],
        "subject": "Предложение",
        "text": "Добрый день!",
    }
    return Call("/communications/mail", body)


def planned(scene: Scene) -> str:
    """The id of a letter that the seller has planned."""
    call = mail(scene)
    letter_id: str = scene.made(call.path, call.body | {"leave_at": TOMORROW})["id"]
    return letter_id


def signed_mailbox(scene: Scene) -> Call:
    """What stands under letters of a mailbox."""
    mailboxes(scene)
    known = scene.call(P.OWNER, "GET", "/communications/mailboxes").json["items"]
    return Call(f"/communications/signatures/mailboxes/{known[0]['id']}", {"html": "<p>Мы</p>"})


def on_the_deal(scene: Scene) -> Call:
    """What waits on the seller's deal."""
    deal = scene.records.ref(CardKind.DEAL)["id"]
    return Call(f"/communications/outgoing?card=deal:{deal}", about=planned(scene))


OUTGOING = {
    "signatures": Row(fixed("/communications/signatures"), STAFF),
    "sign": Row(fixed("/communications/signatures", {"html": "{{me.name}}"}), STAFF),
    "sign_for_all": Row(
        fixed("/communications/signatures/company", {"html": "{{me.name}}"}), {P.OWNER}
    ),
    "sign_mailbox": Row(signed_mailbox, {P.OWNER}),
    "outgoing": Row(
        lambda scene: Call("/communications/outgoing?limit=100", about=planned(scene)),
        STAFF,
        shown_to=frozenset({P.SELLER}),
    ),
    "outgoing of a card": Row(on_the_deal, RELATED),
    "put_off": Row(
        lambda scene: Call(f"/communications/{planned(scene)}/departure", {"at": LATER}),
        DECIDE,
        repeatable=True,
    ),
    "take_back": Row(
        lambda scene: Call(f"/communications/{planned(scene)}/cancel", {}), DECIDE, repeatable=True
    ),
}


def came_back(message_id: str, address: str) -> bytes:
    """A mail server's report that a letter did not arrive, as SES stores it."""
    status = f"Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; {address}\nAction: failed\n"
    parts = [("delivery-status", status), ("rfc822", f"Message-ID: <{message_id}>\n\nтекст")]
    body = "".join(f"--e\nContent-Type: message/{kind}\n\n{text}\n" for kind, text in parts)
    headers = 'Content-Type: multipart/report; report-type=delivery-status; boundary="e"'
    top = (
        f"From: MAILER-DAEMON@mail.example\nTo: {SALES_BOX}\nMessage-ID: <{new_id()}@mail.example>"
    )
    return f"{stamps(SALES_BOX)}{top}\n{headers}\n\n{body}--e--\n".encode()
