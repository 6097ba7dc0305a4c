"""The feature as one object: what its routes and consumers call."""

from dataclasses import dataclass

from chalicelib.crm.service.access import Access
from chalicelib.crm.service.cards import CardBook
from chalicelib.crm.service.deals import Deals
from chalicelib.crm.service.following import Following
from chalicelib.crm.service.pipelines import Pipelines


@dataclass(frozen=True)
class Crm:
    """Everything crm can do."""

    access: Access
    book: CardBook
    deals: Deals
    pipelines: Pipelines
    following: Following
