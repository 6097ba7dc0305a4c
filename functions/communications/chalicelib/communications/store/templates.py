"""Templates in the table: each whole by its id, and a line of it in its owner's list."""

from dataclasses import replace

from pydantic import TypeAdapter

from chalicelib.communications.model.templates import Template
from chalicelib.communications.store.table import TemplateItem, TemplateLineItem
from portal.dynamo import Writes, read
from portal.errors import StaleVersionError

_TEMPLATE = TypeAdapter(Template)
_SHARED = "shared"


class TemplateTable:
    """Maps templates to items and back; the table is the one that `CommunicationsStore` names."""

    def templates_of(self, owner_id: str | None) -> list[Template]:
        """Those of a person, or the shared ones, without their texts."""
        lines = TemplateLineItem.query(_list_of(owner_id), consistent_read=True)
        return [_TEMPLATE.validate_json(line.line) for line in lines]

    def template(self, template_id: str) -> Template | None:
        """One, whole."""
        item = read(TemplateItem, *_key(template_id), consistent=True)
        return _to_template(item) if item else None

    def keep_template(self, template: Template) -> Template:
        """The template as stored, with its line."""
        item = TemplateItem(*_key(template.id), template=_json(template))
        if template.version is not None:
            item.version = template.version
        line = TemplateLineItem(
            _list_of(template.owner_id), template.id, line=_json(replace(template, html=""))
        )
        Writes().put(item, otherwise=StaleVersionError()).put(line).commit()
        return _to_template(item)


def _json(template: Template) -> str:
    return _TEMPLATE.dump_json(template, exclude={"version"}).decode()


def _to_template(item: TemplateItem) -> Template:
    return replace(_TEMPLATE.validate_json(item.template), version=int(item.version))


def _key(template_id: str) -> tuple[str, str]:
    return f"template#{template_id}", "template"


def _list_of(owner_id: str | None) -> str:
    return f"templates#{owner_id or _SHARED}"
