"""The feature as one object: what its routes and consumers call."""

from dataclasses import dataclass

from chalicelib.crm.service.absences import Absences
from chalicelib.crm.service.access import Access
from chalicelib.crm.service.cards import CardBook
from chalicelib.crm.service.converting import Converting
from chalicelib.crm.service.deals import Deals
from chalicelib.crm.service.duplicates import Duplicates
from chalicelib.crm.service.erasing import Erasing, Walking
from chalicelib.crm.service.exporting import Exporting, ExportRunning
from chalicelib.crm.service.fields import Fields
from chalicelib.crm.service.following import Following
from chalicelib.crm.service.handing import Handing
from chalicelib.crm.service.history import History
from chalicelib.crm.service.importing.importing import Importing
from chalicelib.crm.service.importing.running import Running
from chalicelib.crm.service.indexing import Indexing
from chalicelib.crm.service.linking import Linking, Moving
from chalicelib.crm.service.merging import Merging, Unmerging
from chalicelib.crm.service.pairing import Pairing
from chalicelib.crm.service.pipelines import Pipelines
from chalicelib.crm.service.pulse import Hours, Pulses
from chalicelib.crm.service.rearranging import Rearranging
from chalicelib.crm.service.rounds import Rounds
from chalicelib.crm.service.search import Search
from chalicelib.crm.service.tallies import Tallies
from chalicelib.crm.service.timeline import Files, Timeline
from chalicelib.crm.service.twins import TwinLists
from chalicelib.crm.service.viewers import Viewers
from chalicelib.crm.service.views import Views


@dataclass(frozen=True)
class Crm:
    """Everything crm can do."""

    absences: Absences
    access: Access
    book: CardBook
    deals: Deals
    converting: Converting
    pipelines: Pipelines
    fields: Fields
    rearranging: Rearranging
    following: Following
    handing: Handing
    history: History
    viewers: Viewers
    views: Views
    timeline: Timeline
    files: Files
    linking: Linking
    moving: Moving
    duplicates: Duplicates
    pairing: Pairing
    twins: TwinLists
    merging: Merging
    unmerging: Unmerging
    indexing: Indexing
    tallies: Tallies
    search: Search
    importing: Importing
    running: Running
    pulses: Pulses
    hours: Hours
    rounds: Rounds
    erasing: Erasing
    walking: Walking
    exporting: Exporting
    export_running: ExportRunning
