"""What costs the same however long the company has worked."""

import boto3
import pytest
from boto3.dynamodb.conditions import Key
from tests.integration.crm.costs import letter
from tests.integration.crm.shop import Shop
from tests.support.costs import bill
from tests.support.crowd import multiply
from tests.support.personas import P, Persona
from tests.support.scene import Scene
from tests.support.triggers import streamed
from tests.support.world import World

from portal.cards import CardKind
from portal.ids import new_id

Usage = tuple[dict[str, int], float, float]


def usage(scene: Scene, persona: Persona, path: str) -> Usage:
    """The calls and units of one page, which must be a full one with another to follow."""
    with bill() as opened:
        reply = scene.call(persona, "GET", path)
    assert len(reply.json["items"]) == 10
    assert reply.json["next"]
    assert opened.discarded == 0
    return dict(opened.calls), opened.read, opened.write


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


def test_a_card_with_a_long_history_opens_at_the_same_cost(scene: Scene) -> None:
    """A hundred entries or five thousand: for the staff, for the client, whole or by kind."""
    deal = scene.records.ids[CardKind.DEAL]
    scene.world.app("crm").invoke("link", streamed(letter(scene, scene.records.email)))
    path = f"/crm/deals/{deal}/timeline"
    entry = scene.call(P.SELLER, "GET", f"{path}?kind=mail").json["items"][0]
    asked = [
        (P.SELLER, f"{path}?limit=10"),
        (P.CLIENT, f"{path}?limit=10"),
        (P.SELLER, f"{path}?limit=10&kind=mail"),
        (P.CLIENT, f"{path}?limit=10&kind=mail"),
    ]
    multiply("crm", entry["id"], 100, under=f"timeline#deal:{deal}")
    short = [usage(scene, *question) for question in asked]
    multiply("crm", entry["id"], 4_900, under=f"timeline#deal:{deal}")
    assert [usage(scene, *question) for question in asked] == short


@pytest.mark.parametrize("persona", [P.SELLER, P.PARTICIPANT, P.HEAD, P.OWNER, P.CLIENT])
def test_a_list_costs_the_same_whatever_is_behind_it(scene: Scene, persona: Persona) -> None:
    """Twenty deals or two hundred: newest first, of one stage, of one owner, and sorted for the staff."""
    records = scene.records
    deal, stage = records.ids[CardKind.DEAL], records.stage_ids[0]
    owner = scene.id_of(P.SELLER)
    asked = [
        "/crm/deals?limit=10",
        f"/crm/deals?limit=10&stage_id={stage}",
        f"/crm/deals?limit=10&owner_id={owner}",
        f"/crm/deals?limit=10&pipeline_id={records.pipeline['id']}&owner_id={owner}",
    ]
    if persona is not P.CLIENT:
        sorts = ("name", "-amount", "created")
        asked += [f"{path}&sort={sort}" for path in asked for sort in sorts]
        scene.bus.carry()
    multiply("crm", deal, 19)
    few = [usage(scene, persona, path) for path in asked]
    multiply("crm", deal, 180)
    assert [usage(scene, persona, path) for path in asked] == few


def test_a_letter_of_a_busy_client_is_linked_at_the_same_cost(scene: Scene) -> None:
    """Whether the client has twenty open deals or two hundred, a few are looked at."""
    records = scene.records
    used = []
    for times in (20, 180):
        multiply("crm", records.ids[CardKind.DEAL], times)
        heard = letter(scene, records.email)
        with bill() as opened:
            scene.world.app("crm").invoke("link", streamed(heard))
        used.append((dict(opened.calls), opened.read, opened.write))
    assert used[0] == used[1]


def test_a_board_is_counted_at_the_same_cost(scene: Scene) -> None:
    """With one deal on it or five thousand, for whoever asks: their number is read, not they."""
    records = scene.records
    path = f"/crm/pipelines/{records.pipeline['id']}/tally"
    scene.bus.carry()
    one = [tallied(scene, persona, path) for persona in (P.SELLER, P.HEAD, P.OWNER)]
    count_as(5_000)
    multiply("crm", records.ids[CardKind.DEAL], 4_999, under="deal#")
    many = [tallied(scene, persona, path) for persona in (P.SELLER, P.HEAD, P.OWNER)]
    assert [usage for usage, _ in one] == [usage for usage, _ in many]
    assert [(a, b) for (_, a), (_, b) in zip(one, many, strict=True)] == [(1, 5_000)] * 3


def tallied(scene: Scene, persona: Persona, path: str) -> tuple[Usage, int]:
    """What the tally costs, and how many deals it tells of."""
    with bill() as opened:
        count: int = scene.call(persona, "GET", path).json["items"][0]["count"]
    return (dict(opened.calls), opened.read, opened.write), count


def count_as(deals: int) -> None:
    """Lets the rows of the tallies say so; to index so many one by one takes minutes in memory."""
    table = boto3.resource("dynamodb").Table("crm")
    for item in table.scan()["Items"]:
        if str(item["pk"]).startswith("tally#"):
            table.put_item(Item=item | {"deals": deals, "hundredths": deals * 12_000_000})


def test_search_costs_the_same_whatever_there_is_to_find(scene: Scene) -> None:
    """Two hundred deals with the same words or a thousand: as many are looked at, whoever asks."""
    deal = scene.records.ids[CardKind.DEAL]
    scene.bus.carry()
    used = []
    for times in (199, 800):
        multiply("crm", deal, times, under=("words#", "deal#"))
        used.append([searched(scene, persona) for persona in (P.SELLER, P.HEAD, P.OWNER)])
    assert used[0] == used[1]


def searched(scene: Scene, persona: Persona) -> Usage:
    """What it costs to find more than is shown."""
    with bill() as opened:
        reply = scene.call(persona, "GET", "/crm/search?q=окна офис")
    assert len(reply.json["items"]) == 20
    assert opened.discarded == 0
    return dict(opened.calls), opened.read, opened.write


@pytest.mark.parametrize("rows", [60, 600])
def test_a_filter_reads_as_much_however_many_deals_there_are(shop: Shop, rows: int) -> None:
    """One page out of sixty or six hundred entries, all of which answer."""
    shop.deal("Станок")
    shop.scene.bus.carry()
    multiplied(shop, rows)
    with bill() as opened:
        reply = shop.as_(P.SELLER).get("/crm/deals?stage_kind=open&limit=10")
    assert reply.json["next"]
    assert opened.calls == {f"dynamodb.{n}": 1 for n in ("BatchGetItem", "GetItem", "Query")}
    assert opened.read < 30


def multiplied(shop: Shop, rows: int) -> None:
    """So many entries beside the one on the shelf of all deals."""
    table = boto3.resource("dynamodb").Table("crm")
    shelf = f"faceted#deal#created###employee:{shop.id_of(P.SELLER)}"
    (entry,) = table.query(KeyConditionExpression=Key("pk").eq(shelf))["Items"]
    with table.batch_writer() as batch:
        for _ in range(rows):
            batch.put_item(Item=entry | {"sk": f"#deal:{new_id()}"})
