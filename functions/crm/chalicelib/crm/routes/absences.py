"""Which contacts of a card are away: the same route for a contact and for a deal."""

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.schemas.absences import AbsenceList
from chalicelib.crm.schemas.cards import FOLDERS
from chalicelib.crm.service.crm import Crm
from portal.principals import Principal
from portal.routes import STAFF, Routes

routes = Routes("crm")


def _declare_absences(record: type[Record]) -> None:
    def absences(crm: Crm, caller: Principal, card_id: str) -> AbsenceList:
        """Who of its contacts is away now, by his own automatic letter."""
        return AbsenceList.of(crm.absences.of(caller, record, card_id))

    absences.__name__ = f"{record.kind}_absences"
    routes.get(f"/{FOLDERS[record.kind]}/{{card_id}}/absences", STAFF)(absences)


for _record in (Contact, Deal):
    _declare_absences(_record)
