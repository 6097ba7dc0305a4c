"""The table of crm and what is kept in it."""

from chalicelib.crm.store.absences import AbsenceStore
from chalicelib.crm.store.cards import CardStore
from chalicelib.crm.store.employees import EmployeeStore, HandOverStore
from chalicelib.crm.store.erasures import ErasureStore
from chalicelib.crm.store.exports import ExportStore
from chalicelib.crm.store.fields import FieldStore
from chalicelib.crm.store.hours import HoursStore
from chalicelib.crm.store.imports import ImportStore
from chalicelib.crm.store.index import IndexStore
from chalicelib.crm.store.journal import Journal
from chalicelib.crm.store.links import LinkStore
from chalicelib.crm.store.pairs import PairStore
from chalicelib.crm.store.pipelines import PipelineStore
from chalicelib.crm.store.pointers import WordStore
from chalicelib.crm.store.pulses import PulseStore
from chalicelib.crm.store.rearrangements import RearrangementStore
from chalicelib.crm.store.rounds import ScheduleStore
from chalicelib.crm.store.stages import StageLog
from chalicelib.crm.store.table import TABLE
from chalicelib.crm.store.tallies import TallyStore
from chalicelib.crm.store.timeline import TimelineStore
from chalicelib.crm.store.traces import TraceStore
from chalicelib.crm.store.twins import TwinStore
from chalicelib.crm.store.views import ViewStore

__all__ = [
    "TABLE",
    "AbsenceStore",
    "CardStore",
    "EmployeeStore",
    "ErasureStore",
    "ExportStore",
    "FieldStore",
    "HandOverStore",
    "HoursStore",
    "ImportStore",
    "IndexStore",
    "Journal",
    "LinkStore",
    "PairStore",
    "PipelineStore",
    "PulseStore",
    "RearrangementStore",
    "ScheduleStore",
    "StageLog",
    "TallyStore",
    "TimelineStore",
    "TraceStore",
    "TwinStore",
    "ViewStore",
    "WordStore",
]
