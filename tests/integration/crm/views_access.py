"""Who may keep, share and change views of lists."""

from collections.abc import Callable
from typing import Any

from tests.support.access import Call, Row
from tests.support.personas import SALES, STAFF, P, Persona
from tests.support.scene import Scene

STATE = {"sort": "-amount", "look": "list", "filter": [{"by": "owner", "values": ["me"]}]}
VIEW: dict[str, Any] = {"kind": "deal", "name": "Мои крупные", "state": STATE}


def kept(by: Persona, **values: Any) -> Callable[[Scene], str]:
    """A new view; its id."""
    return lambda scene: scene.made("/crm/views", VIEW | values, by)["id"]


def listed(by: Persona, **values: Any) -> Callable[[Scene], Call]:
    """The views of the deals, with that one among them."""
    make = kept(by, **values)
    return lambda scene: Call("/crm/views?kind=deal", about=make(scene))


def on(rest: str = "", body: Any = None, **values: Any) -> Callable[[Scene], Call]:
    """A request about a new view of the seller's."""
    make = kept(P.SELLER, **values)
    return lambda scene: Call(f"/crm/views/{make(scene)}{rest}", body)


def shared(body: Any) -> Callable[[Scene], Call]:
    """A request about a view that the head shares with his department."""
    make = kept(P.HEAD, department_ids=[SALES])
    return lambda scene: Call(f"/crm/views/{make(scene)}", body)


def restored(scene: Scene) -> Call:
    """A view of the seller's that was removed."""
    view = kept(P.SELLER)(scene)
    assert scene.client(P.SELLER, "crm").delete(f"/crm/views/{view}").status == 204
    return Call(f"/crm/views/{view}/restore")


OF_SALES = frozenset({P.HEAD, P.SELLER, P.STRANGER})
ARRANGED: dict[str, Any] = {"kind": "deal", "order": [], "pinned": [], "first": None}

ROWS = {
    "views": Row(listed(P.SELLER), STAFF, shown_to=frozenset({P.SELLER})),
    "views of a department": Row(listed(P.HEAD, department_ids=[SALES]), STAFF, shown_to=OF_SALES),
    "views of everybody": Row(listed(P.OWNER, everybody=True), STAFF, shown_to=STAFF),
    "add_view": Row(lambda _: Call("/crm/views", VIEW), STAFF),
    "add_view for a department": Row(
        lambda _: Call("/crm/views", VIEW | {"department_ids": [SALES]}),
        {P.OWNER, P.HEAD},
        refused=403,
    ),
    "add_view for everybody": Row(
        lambda _: Call("/crm/views", VIEW | {"everybody": True}), {P.OWNER}, refused=403
    ),
    "arrange_views": Row(lambda _: Call("/crm/views/arrangement", ARRANGED), STAFF),
    "change_view": Row(on(body={"name": "Крупные"}), {P.SELLER}),
    "remove_view": Row(on(), {P.SELLER}),
    "restore_view": Row(restored, {P.SELLER}, repeatable=True),
}
