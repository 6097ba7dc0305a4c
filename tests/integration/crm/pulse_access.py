"""Who may ask what cards wait for, and who sets the hours by which they do."""

from tests.support.access import Call, Row, fixed
from tests.support.personas import RELATED, STAFF, P
from tests.support.scene import Scene

from portal.cards import CardKind

HOURS = {"zone": "Asia/Omsk", "days": [1, 2, 3, 4, 5], "starts": "09:00", "ends": "18:00"}


def asked(scene: Scene) -> Call:
    """What the seller's deal waits for."""
    deal = scene.records.ids[CardKind.DEAL]
    return Call(f"/crm/pulse?cards=deal:{deal}", about=deal)


ROWS = {
    "pulse": Row(asked, STAFF, shown_to=RELATED),
    "working_hours": Row(fixed("/crm/working-hours"), STAFF),
    "set_working_hours": Row(fixed("/crm/working-hours", HOURS), {P.OWNER}),
}
