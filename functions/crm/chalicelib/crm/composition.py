"""How crm is put together: each use case with what it needs from the table, the buckets and the neighbours."""

from collections.abc import Callable
from datetime import datetime
from time import sleep
from typing import Any

from chalicelib.crm.colleagues import NeighbourColleagues
from chalicelib.crm.files import S3Tables
from chalicelib.crm.service.absences import Absences
from chalicelib.crm.service.access import Access
from chalicelib.crm.service.cards import CardBook
from chalicelib.crm.service.converting import Converting
from chalicelib.crm.service.crm import Crm
from chalicelib.crm.service.deals import Deals
from chalicelib.crm.service.duplicates import Duplicates
from chalicelib.crm.service.erasing import Erasing, Walking
from chalicelib.crm.service.exporting import Exporting, ExportRunning, Naming
from chalicelib.crm.service.fields import Fields, OwnValues
from chalicelib.crm.service.following import Following
from chalicelib.crm.service.handing import Handing
from chalicelib.crm.service.history import History
from chalicelib.crm.service.importing.catalogue import Catalogue
from chalicelib.crm.service.importing.importing import Importing
from chalicelib.crm.service.importing.making import Workshop
from chalicelib.crm.service.importing.running import Running
from chalicelib.crm.service.indexing import Indexing
from chalicelib.crm.service.linking import Linking, Moving
from chalicelib.crm.service.merging import Merging, Unmerging
from chalicelib.crm.service.pairing import Pairing
from chalicelib.crm.service.pipelines import Pipelines
from chalicelib.crm.service.pulse import Hours, Pulses
from chalicelib.crm.service.rearranging import Rearranging
from chalicelib.crm.service.references import References
from chalicelib.crm.service.rounds import Rounds
from chalicelib.crm.service.search import Search
from chalicelib.crm.service.tallies import Tallies
from chalicelib.crm.service.team import Team
from chalicelib.crm.service.timeline import Files, Timeline
from chalicelib.crm.service.twins import TwinLists
from chalicelib.crm.service.viewers import Viewers
from chalicelib.crm.service.views import Views
from chalicelib.crm.store import (
    TABLE,
    AbsenceStore,
    CardStore,
    EmployeeStore,
    ErasureStore,
    ExportStore,
    FieldStore,
    HandOverStore,
    HoursStore,
    ImportStore,
    IndexStore,
    Journal,
    LinkStore,
    PairStore,
    PipelineStore,
    PulseStore,
    RearrangementStore,
    ScheduleStore,
    StageLog,
    TallyStore,
    TimelineStore,
    TraceStore,
    TwinStore,
    ViewStore,
    WordStore,
)
from portal.cards import CardKind
from portal.clock import utc_now
from portal.ids import new_id
from portal.neighbours import Neighbour
from portal.revocations import Revocations
from portal.settings import Settings


def make_crm(settings: Settings) -> Crm:
    """The feature on its table, with people for a neighbour."""
    TABLE.Meta.table_name = settings["TABLE_NAME"]
    store, entries, links = CardStore(), TimelineStore(), LinkStore()
    colleagues = NeighbourColleagues(Neighbour(settings["PEOPLE_API"]))
    access, lines, hours = Access(store), PipelineStore(), HoursStore()
    rearranging = Rearranging(store, lines, RearrangementStore(), hours, utc_now, new_id)
    pipelines = Pipelines(lines, rearranging, new_id)
    fields = Fields(FieldStore(), pipelines, new_id)
    own = OwnValues(fields, entries, colleagues)
    book = CardBook(store, store, Team(colleagues), References(access), own, utc_now, new_id)
    deals = Deals(book, pipelines, StageLog(), hours)
    imports, tables, catalogue = ImportStore(utc_now, new_id), S3Tables(settings), Catalogue(fields)
    pulse, pairs, erasures, traces = PulseStore(), PairStore(), ErasureStore(), TraceStore()
    pulses = Pulses(access, store, lines, links, pulse, hours, utc_now)
    exports, naming = ExportStore(utc_now, new_id), Naming(access, fields, pipelines, pulses)
    pairing = Pairing(WordStore(), TwinStore(), pairs, pause := lambda attempt: sleep(attempt / 20))
    workshop = Workshop(deals, WordStore(), imports, store, Journal(), entries, catalogue, pause)
    return Crm(
        absences=Absences(store, links, AbsenceStore(), access, book, entries, hours, utc_now),
        access=access,
        book=book,
        deals=deals,
        converting=Converting(book, deals),
        pipelines=pipelines,
        rearranging=rearranging,
        fields=fields,
        following=Following(store, EmployeeStore(), utc_now, new_id),
        history=History(access, Journal(), EmployeeStore(), pipelines, fields),
        viewers=Viewers(book, access, colleagues),
        views=Views(ViewStore(), new_id),
        handing=Handing(store, HandOverStore(), utc_now, new_id),
        timeline=Timeline(store, entries, colleagues, utc_now, new_id),
        files=Files(store, entries, utc_now, new_id),
        linking=Linking(store, links, utc_now, new_id),
        moving=Moving(store, links, entries, utc_now, new_id),
        duplicates=Duplicates(book, WordStore(), pairs, pairing, utc_now),
        pairing=pairing,
        twins=TwinLists(TwinStore(), pairs),
        merging=Merging(book),
        unmerging=Unmerging(book, Journal(), colleagues, _to_restore),
        indexing=Indexing(store, IndexStore(), pulse.pulse, pause),
        tallies=Tallies(TallyStore(), pipelines),
        search=Search(WordStore()),
        importing=Importing(imports, tables, catalogue, colleagues, utc_now, new_id),
        running=Running(imports, tables, workshop, utc_now),
        pulses=pulses,
        hours=Hours(hours, utc_now, new_id),
        rounds=Rounds(book, pipelines, ScheduleStore(), hours),
        erasing=Erasing(book, erasures),
        walking=Walking(store, entries, erasures, traces, fields, utc_now, new_id),
        exporting=Exporting(exports, tables, naming, colleagues, utc_now, new_id),
        export_running=ExportRunning(exports, tables, book, naming, _rights(settings), utc_now),
    )


def _to_restore(kind: CardKind, name: str, value: Any) -> dict[str, Any]:  # noqa: ANN401  # a field's value
    """What a field is set to when merged cards are parted."""
    from chalicelib.crm.schemas.history import values_to_restore  # noqa: PLC0415  # few starts part any

    return values_to_restore(kind, name, value)


def _rights(settings: Settings) -> Callable[[str], datetime | None]:
    """When somebody's rights changed; asked of the table by the work alone, so that no other call makes a client."""
    return lambda person_id: Revocations(settings["TABLE_NAME"]).of(person_id).changed_at
