"""The fields that a company adds to its cards: what they are, and what can stand in them."""

from chalicelib.crm.model.fields.book import FieldBook, Group
from chalicelib.crm.model.fields.carried import carried
from chalicelib.crm.model.fields.definitions import Field, FieldType, Option, OptionDraft
from chalicelib.crm.model.fields.missing import missing
from chalicelib.crm.model.fields.texts import parse_text, to_text
from chalicelib.crm.model.fields.values import require_value

__all__ = [
    "Field",
    "FieldBook",
    "FieldType",
    "Group",
    "Option",
    "OptionDraft",
    "carried",
    "missing",
    "parse_text",
    "require_value",
    "to_text",
]
