"""Cards that the rows of the matrix make first."""

from tests.support.personas import P
from tests.support.scene import Scene

from portal.cards import CardKind

FOLDERS = {
    CardKind.CONTACT: "contacts",
    CardKind.COMPANY: "companies",
    CardKind.LEAD: "leads",
    CardKind.DEAL: "deals",
}
NAMED = {CardKind.CONTACT: "name", CardKind.COMPANY: "name"}


def team(scene: Scene) -> dict[str, list[str]]:
    """The colleague who takes part."""
    assert scene.records
    return {"participant_ids": [scene.id_of(P.PARTICIPANT)]}
