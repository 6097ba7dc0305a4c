"""The kinds of card that a table can fill."""

from collections.abc import Mapping

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.leads import Lead
from portal.cards import CardKind

KINDS: Mapping[CardKind, type[Record]] = {
    each.kind: each for each in (Contact, Company, Lead, Deal)
}
