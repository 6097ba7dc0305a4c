"""Saved views: ``view#<id>`` / ``view``, and ``views#<kind>#<grant>`` / id for each who finds it among his."""

from collections.abc import Iterable

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
    VersionAttribute,
)

from chalicelib.crm.model.views import Arrangement, SavedView
from chalicelib.crm.store.table import TABLE
from portal.cards import CardKind
from portal.dynamo import Writes, read, read_many
from portal.errors import StaleVersionError

_VIEW = "view"
_MOST = 100


class ViewItem(TABLE):
    """One view."""

    kind = UnicodeAttribute()
    name = UnicodeAttribute()
    state = JSONAttribute()
    maker_id = UnicodeAttribute()
    maker_name = UnicodeAttribute()
    department_ids: UnicodeSetAttribute = UnicodeSetAttribute(null=True)
    everybody = BooleanAttribute(default=False)
    removed = BooleanAttribute(default=False)
    version = VersionAttribute()


class ViewPlaceItem(TABLE):
    """That who holds the grant finds the view."""


class ArrangementItem(TABLE):
    """``arrangement#<person>`` / the kind of card."""

    values = JSONAttribute()


class ViewStore:
    """The views in the table."""

    def views(self, kind: CardKind, grants: Iterable[str]) -> list[SavedView]:
        """Those of a list that the grants show, the oldest first."""
        found = {
            item.sk
            for grant in sorted(grants)
            for item in ViewPlaceItem.query(f"views#{kind}#{grant}", limit=_MOST)
        }
        items = read_many(ViewItem, [_key(view_id) for view_id in sorted(found)[:_MOST]])
        views = map(_to_view, items.values())
        return sorted((view for view in views if not view.removed), key=lambda view: view.id)

    def view(self, view_id: str) -> SavedView | None:
        """One view; a removed one as well."""
        item = read(ViewItem, *_key(view_id), consistent=True)
        return _to_view(item) if item else None

    def save_view(self, before: SavedView | None, after: SavedView) -> SavedView:
        """As stored, with the places where it is found."""
        item = _to_item(after)
        writes = Writes().put(item, otherwise=StaleVersionError())
        former, current = _places(before), _places(after)
        for place in sorted(former - current):
            writes.delete(ViewPlaceItem(place, after.id))
        for place in sorted(current - former):
            writes.put(ViewPlaceItem(place, after.id))
        writes.commit()
        return _to_view(item)

    def arrangement(self, person_id: str, kind: CardKind) -> Arrangement:
        """How somebody has put his views in order."""
        item = read(ArrangementItem, f"arrangement#{person_id}", str(kind))
        if item is None:
            return Arrangement()
        kept = item.values
        return Arrangement(tuple(kept["order"]), frozenset(kept["pinned"]), kept["first"])

    def save_arrangement(self, person_id: str, kind: CardKind, arrangement: Arrangement) -> None:
        """The last one counts."""
        values = {
            "order": list(arrangement.order),
            "pinned": sorted(arrangement.pinned),
            "first": arrangement.first,
        }
        ArrangementItem(f"arrangement#{person_id}", str(kind), values=values).save()


def _key(view_id: str) -> tuple[str, str]:
    return f"view#{view_id}", _VIEW


def _places(view: SavedView | None) -> set[str]:
    if view is None or view.removed:
        return set()
    return {f"views#{view.kind}#{grant}" for grant in view.audience}


def _to_item(view: SavedView) -> ViewItem:
    item = ViewItem(
        *_key(view.id),
        kind=str(view.kind),
        name=view.name,
        state=dict(view.state),
        maker_id=view.maker_id,
        maker_name=view.maker_name,
        everybody=view.everybody,
        removed=view.removed,
    )
    if view.department_ids:
        item.department_ids = set(view.department_ids)
    if view.version is not None:
        item.version = view.version
    return item


def _to_view(item: ViewItem) -> SavedView:
    return SavedView(
        id=item.pk.partition("#")[2],
        kind=CardKind(item.kind),
        name=item.name,
        state=item.state,
        maker_id=item.maker_id,
        maker_name=item.maker_name,
        department_ids=frozenset(item.department_ids or ()),
        everybody=item.everybody,
        removed=item.removed,
        version=item.version,
    )
