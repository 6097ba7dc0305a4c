"""Imports as people lead them: a file, its columns, a dry run, the run, and the way back."""

from collections.abc import Sequence
from dataclasses import replace

from chalicelib.crm.model.importing.faults import FaultError
from chalicelib.crm.model.importing.fields import KEYS, Field
from chalicelib.crm.model.importing.jobs import Import
from chalicelib.crm.model.importing.mappings import Columns, NamedMapping
from chalicelib.crm.model.importing.results import Outcome, RowResult
from chalicelib.crm.service.cards import Caller
from chalicelib.crm.service.importing.catalogue import Catalogue
from chalicelib.crm.service.importing.ports import Form, Imports, Staff, Table, Tables
from chalicelib.crm.service.importing.proposing import named, proposed, require_fitting
from chalicelib.crm.service.importing.running import errors_key
from portal.cards import CardKind
from portal.clock import Clock
from portal.errors import InvalidError, NotFoundError
from portal.ids import Ids
from portal.paging import Page, PageRequest
from portal.principals import Principal
from portal.values import dataclass

_SAMPLES = 20


@dataclass(frozen=True)
class NewFile:
    """A file that somebody is about to send."""

    name: str
    size: int
    content_type: str


@dataclass(frozen=True)
class Look:
    """The beginning of a file, what its columns could fill, and what they will unless somebody says otherwise."""

    table: Table
    fields: Sequence[Field]
    keys: tuple[str, ...]
    columns: Columns
    mappings: Sequence[NamedMapping]


@dataclass(frozen=True)
class Importing:
    """Everything but the work itself, which goes on while nobody looks."""

    store: Imports
    tables: Tables
    catalogue: Catalogue
    staff: Staff
    clock: Clock
    ids: Ids

    def begin(
        self, principal: Principal, kind: CardKind, file: NewFile, language: str
    ) -> tuple[Import, Form]:
        """A new import, and where its file goes."""
        job = Import(
            id=self.ids(),
            kind=kind,
            file_name=file.name,
            size=file.size,
            content_type=file.content_type,
            language=language,
            by=principal,
            created_at=self.clock(),
        )
        form = self.tables.form(f"{job.folder}/table", file.content_type, file.size)
        return self.store.add(job), form

    def find(self, principal: Principal, import_id: str) -> Import:
        """One import: one's own, or anybody's to who administers the portal.

        Raises:
            NotFoundError: there is none, or it is not the principal's to see.
        """
        job = self.store.find(import_id)
        if job is None or not (principal.is_owner or job.by.id == principal.id):
            raise NotFoundError("There is no such import.")
        return job

    def page(self, principal: Principal, request: PageRequest) -> Page[Import]:
        """One's own imports, or everybody's to who administers the portal, the newest first."""
        return self.store.page(None if principal.is_owner else principal.id, request)

    def look(self, principal: Principal, import_id: str) -> Look:
        """What the file has to say.

        Raises:
            NotFoundError: as in `find`.
            InvalidError: at ``/file``, when it is no table.
        """
        job = self.find(principal, import_id)
        table = self._table(job)
        fields = self.catalogue.fields(job.kind)
        mappings = self.store.mappings(job.kind)
        columns = job.mapping or proposed(job.kind, fields, mappings, table.headers)
        return Look(table, fields, KEYS[job.kind], columns, mappings)

    def check(
        self, caller: Caller, import_id: str, columns: Columns, name: str | None = None
    ) -> Import:
        """The import on its way through the file, without saving; with a name, the mapping is kept under it.

        Raises:
            NotFoundError: as in `find`.
            InvalidError: the columns will not do, or the file is no table.
            ConflictError: it is under way or done.
        """
        job = self.find(caller.principal, import_id)
        table, fields = self._table(job), self.catalogue.fields(job.kind)
        require_fitting(columns, fields, len(table.headers))
        # What somebody may do is what he may do now.
        checking = replace(job.checking(columns), by=_same(job.by, caller.principal))
        self.store.put_colleagues(job.id, self.staff.everybody(caller.authorization))
        if name:
            self.store.keep_mapping(named(name, job, columns, table.headers))
        return self.store.save(checking, calls=True)

    def run(self, principal: Principal, import_id: str) -> Import:
        """The import on its way.

        Raises:
            NotFoundError: as in `find`.
            ConflictError: it was not checked, or is under way.
        """
        return self.store.save(self.find(principal, import_id).running(), calls=True)

    def undo(self, principal: Principal, import_id: str) -> Import:
        """The import on its way back.

        Raises:
            NotFoundError: as in `find`.
            ConflictError: nothing was imported, it was undone, or it is under way.
        """
        return self.store.save(self.find(principal, import_id).undoing(), calls=True)

    def cancel(self, principal: Principal, import_id: str) -> Import:
        """The import stopped where it is; what is done can be undone.

        Raises:
            NotFoundError, ConflictError: as in `run`.
        """
        return self.store.save(self.find(principal, import_id).cancelled(self.clock()))

    def results(
        self, principal: Principal, import_id: str, outcome: Outcome | None, request: PageRequest
    ) -> Page[RowResult]:
        """What became of the rows.

        Raises:
            NotFoundError: as in `find`.
        """
        return self.store.results(self.find(principal, import_id), outcome, request)

    def errors(self, principal: Principal, import_id: str) -> str:
        """An address that gives the rows that failed, each with what is wrong with it.

        Raises:
            NotFoundError: as in `find`, or no row failed.
        """
        job = self.find(principal, import_id)
        word = "ошибки" if job.language == "ru" else "errors"
        stem, dot, ending = job.file_name.rpartition(".")
        name = f"{stem or ending}-{word}{dot}{ending if stem else ''}"
        address = self.tables.link(errors_key(job), name)
        if address is None:
            raise NotFoundError("No row of this import failed.")
        return address

    def _table(self, job: Import) -> Table:
        try:
            return self.tables.read(f"{job.folder}/table", _SAMPLES)
        except FaultError as error:
            raise InvalidError.at("/file", error.fault.text(job.language)) from error


def _same(former: Principal, now: Principal) -> Principal:
    """An owner who looks at another's import does not lend him his rights."""
    return now if now.id == former.id else former
