"""Who may find cards alike, and make one of two and two of one."""

from collections.abc import Callable, Iterator
from http import HTTPStatus

from tests.integration.crm.cards_made import FOLDERS, NAMED
from tests.support.access import Call, Row, fixed
from tests.support.personas import RELATED, STAFF, P
from tests.support.scene import Scene

from portal.cards import CardKind

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


def _of_pairs() -> Iterator[tuple[str, Row]]:
    for kind in FOLDERS:
        yield f"merge_{kind}", Row(merged(kind), MERGERS)
        yield f"unmerge_{kind}", Row(unmerged(kind), MERGERS)
    for kind in (CardKind.CONTACT, CardKind.COMPANY, CardKind.LEAD):
        like = fixed(f"/crm/{FOLDERS[kind]}/like", {"name": "Совсем новая запись"})
        yield f"{kind}_duplicates", Row(alike(kind), RELATED)
        yield f"like_new_{kind}", Row(like, STAFF)
        yield f"tell_{kind}_apart", Row(told_apart(kind), MERGERS)


PAIRS = dict(_of_pairs())
