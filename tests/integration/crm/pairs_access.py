"""Who may find cards alike, and make one of two and two of one."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from http import HTTPStatus

from tests.integration.crm.cards_made import FOLDERS, NAMED
from tests.support.access import Call, Row, fixed
from tests.support.contracts import examples
from tests.support.personas import RELATED, STAFF, P
from tests.support.scene import Scene
from tests.support.triggers import queued

from portal.cards import CardKind, CardRef
from portal.events import Event
from portal.ids import new_id

# These cards have no participant: he would see both, and be told that he may give neither away.
MERGERS = RELATED - {P.PARTICIPANT}


def merged(kind: CardKind) -> Callable[[Scene], Call]:
    """Two new cards of the seller's, one to go into the other."""

    def request(scene: Scene) -> Call:
        stays, goes = _two(scene, kind)
        return Call(f"/crm/{FOLDERS[kind]}/{stays}/merge", {"other_id": goes})

    return request


def unmerged(kind: CardKind) -> Callable[[Scene], Call]:
    """A card of the seller's that went into another, to come out again."""

    def request(scene: Scene) -> Call:
        stays, goes = _two(scene, kind)
        client, folder = scene.client(P.SELLER, "crm"), FOLDERS[kind]
        done = client.post(f"/crm/{folder}/{stays}/merge", {"other_id": goes})
        assert done.status == HTTPStatus.OK, done.text
        return Call(f"/crm/{folder}/{goes}/unmerge")

    return request


def _two(scene: Scene, kind: CardKind) -> list[str]:
    assert scene.records  # a deal needs a pipeline
    values = {NAMED.get(kind, "title"): "Двойник"}
    return [scene.made(f"/crm/{FOLDERS[kind]}", values)["id"] for _ in range(2)]


def alike(kind: CardKind) -> Callable[[Scene], Call]:
    """The seller's card, which is like no other."""
    return lambda scene: Call(f"/crm/{FOLDERS[kind]}/{scene.records.ids[kind]}/duplicates")


def told_apart(kind: CardKind) -> Callable[[Scene], Call]:
    """Two cards of the seller's that are not one."""

    def request(scene: Scene) -> Call:
        one, other = _two(scene, kind)
        return Call(f"/crm/{FOLDERS[kind]}/{one}/apart", {"other_id": other})

    return request


def doubled(scene: Scene) -> Event:
    """The news of two new companies of the seller's that are called the same."""
    news = examples("crm.card_changed.v1")[0]
    about = tuple(CardRef(CardKind.COMPANY, each) for each in _two(scene, CardKind.COMPANY))
    return replace(news, id=new_id(), about=about, data=dict(news.data) | {"created": True})


def listed(scene: Scene) -> Call:
    """The lists of pairs, with two of the seller's in them."""
    news = doubled(scene)
    scene.world.app("crm").invoke("consume", queued(news))
    return Call("/crm/duplicates?kind=company", about=news.about[0].id)


def _of_pairs() -> Iterator[tuple[str, Row]]:
    for kind in FOLDERS:
        yield f"merge_{kind}", Row(merged(kind), MERGERS)
        yield f"unmerge_{kind}", Row(unmerged(kind), MERGERS)
    for kind in (CardKind.CONTACT, CardKind.COMPANY, CardKind.LEAD):
        like = fixed(f"/crm/{FOLDERS[kind]}/like", {"name": "Совсем новая запись"})
        yield f"{kind}_duplicates", Row(alike(kind), RELATED)
        yield f"like_new_{kind}", Row(like, STAFF)
        yield f"tell_{kind}_apart", Row(told_apart(kind), MERGERS)
    yield "all_duplicates", Row(listed, STAFF, shown_to=MERGERS)
    yield "count_duplicates", Row(fixed("/crm/duplicates/counts"), STAFF)


PAIRS = dict(_of_pairs())
