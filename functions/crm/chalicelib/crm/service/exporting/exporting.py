"""Exports as people ask for them: of the list that stands before them, with the columns that they choose."""

from collections.abc import Sequence

from chalicelib.crm.model.exporting.columns import Column
from chalicelib.crm.model.exporting.policy import Policy
from chalicelib.crm.service.cards import Caller
from chalicelib.crm.service.changes import Selection
from chalicelib.crm.service.exporting.jobs import Export, ExportFormat, ExportState, Shape
from chalicelib.crm.service.exporting.naming import Naming, needs_people
from chalicelib.crm.service.exporting.ports import Directory, Exports, Files
from portal.cards import CardKind, CardRef
from portal.clock import Clock
from portal.errors import InvalidError, NotAllowedError, NotFoundError
from portal.ids import Ids
from portal.paging import Page, PageRequest
from portal.principals import OWNER_GRANT, Principal, employee_grant, head_grant
from portal.values import dataclass

_WORDS = {
    "ru": {"contact": "Контакты", "company": "Компании", "lead": "Лиды", "deal": "Сделки"},
    "en": {"contact": "Contacts", "company": "Companies", "lead": "Leads", "deal": "Deals"},
}


@dataclass(frozen=True)
class Exporting:
    """Everything but the work itself."""

    store: Exports
    files: Files
    naming: Naming
    directory: Directory
    clock: Clock
    ids: Ids

    def columns(self, kind: CardKind) -> list[Column]:
        """The columns that a table of such cards can have."""
        return self.naming.columns(kind)

    def begin(self, caller: Caller, kind: CardKind, which: Selection, shape: Shape) -> Export:
        """A new export, on its way from now.

        Raises:
            NotAllowedError: the caller's role may not export.
            InvalidError: at ``/columns``, when there is no such column.
        """
        self._require_right(caller.principal)
        export = Export(self.ids(), kind, shape, which, caller.principal, created_at=self.clock())
        columns = self.naming.chosen(export)
        _require_known(shape, columns)
        people = self.directory.names(caller.authorization) if needs_people(columns) else {}
        return self.store.add(export, people)

    def give(self, owner: Principal, ref: CardRef) -> Export:
        """The record that an owner takes out what is kept of a person: he reads it from each feature, as he sees it.

        Raises:
            NotFoundError: there is no such card.
        """
        if not self.naming.access.visible(owner, [ref]):
            raise NotFoundError(f"There is no such {ref.kind}.")
        now = self.clock()
        shape = Shape(ExportFormat.ZIP, (), "ru", "UTC")
        export = Export(self.ids(), ref.kind, shape, Selection(), owner, now, person_id=ref.id)
        return self.store.add(export.done(1, now), {})

    def page(self, principal: Principal, request: PageRequest, *, team: bool) -> Page[Export]:
        """One's own exports; or for owners of the portal and for heads, those of their people."""
        return self.store.page(_team_grants(principal) if team else _own(principal), request)

    def find(self, principal: Principal, export_id: str) -> Export:
        """One export.

        Raises:
            NotFoundError: there is none, or it is not the principal's to know of.
        """
        export = self.store.find(export_id)
        if export is None or not principal.may_see(export.audience):
            raise NotFoundError("There is no such export.")
        return export

    def address(self, principal: Principal, export_id: str) -> str:
        """An address that gives the file for a minute: to whoever exported it alone, who saw all that is in it.

        Raises:
            NotFoundError: as in `find`, it is another's, it is not done, or its file is there no more.
            NotAllowedError: the role may not export any more.
        """
        export = self.find(principal, export_id)
        self._require_right(principal)
        lasts = export.state is ExportState.DONE and not export.gone_by(self.clock())
        mine = export.by.id == principal.id
        address = self.files.link(export.file_key, _file_name(export)) if mine and lasts else None
        if address is None:
            raise NotFoundError("This file is there no more. Export the list again.")
        return address

    def policy(self) -> Policy:
        """Who may export."""
        return self.store.policy()

    def set_policy(self, policy: Policy) -> Policy:
        """Lets these export from now on."""
        self.store.save_policy(policy)
        return policy

    def _require_right(self, principal: Principal) -> None:
        if not self.store.policy().allows(principal):
            raise NotAllowedError("Your role may not export. Ask an owner of the portal.")


def _require_known(shape: Shape, columns: Sequence[Column]) -> None:
    if len(columns) != len(shape.columns):
        raise InvalidError.at("/columns", "Name columns of this list, each once.")


def _own(principal: Principal) -> list[str]:
    return [employee_grant(principal.id)]


def _team_grants(principal: Principal) -> list[str]:
    if principal.is_owner:
        return [OWNER_GRANT]
    return [head_grant(department_id) for department_id in sorted(principal.headed_ids)]


def _file_name(export: Export) -> str:
    word = _WORDS[export.shape.language][export.kind]
    return f"{word} {export.created_at:%Y-%m-%d}.{export.shape.format}"
