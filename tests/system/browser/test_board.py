"""Deals on the board: moved with the mouse, with the keys, and back again."""

import pytest
from playwright.sync_api import Locator, expect
from tests.system.browser.conftest import Enter
from tests.system.browser.device import PHONE, Device
from tests.system.browser.scene import STAGES, Sale, Scene
from tests.system.browser.visitor import Visitor
from tests.system.portal import eventually

pytestmark = pytest.mark.system

FIRST, SECOND, THIRD = (name for name, _ in STAGES[:3])


@pytest.fixture
def sale(scene: Scene) -> Sale:
    """A deal that is alone on its board."""
    return scene.sale(pipeline_id=scene.pipeline()["id"])


def board(visitor: Visitor, scene: Scene, sale: Sale) -> None:
    """Opens the board of the deal's pipeline."""
    pipeline = scene.seller.get(f"/crm/deals/{sale.id}")["pipeline_id"]
    visitor.open(f"/deals?pipeline={pipeline}")
    expect(card(visitor, FIRST, sale)).to_be_visible()


def card(visitor: Visitor, stage: str, sale: Sale) -> Locator:
    """The deal as it stands in a stage's column."""
    column = visitor.page.get_by_role("region", name=stage, exact=True)
    return column.get_by_role("article").filter(has_text=sale.title)


def stage_of(scene: Scene, sale: Sale) -> str:
    """The stage in which the portal has the deal."""
    deal = scene.seller.get(f"/crm/deals/{sale.id}")
    pipelines = scene.seller.get("/crm/pipelines")["items"]
    stages = next(p["stages"] for p in pipelines if p["id"] == deal["pipeline_id"])
    return str(next(s["name"] for s in stages if s["id"] == deal["stage_id"]))


def test_a_deal_is_dragged_with_the_mouse_and_put_back(
    enter: Enter, scene: Scene, sale: Sale
) -> None:
    """It stands in its new stage at once and in the portal; one press puts it back in both."""
    visitor = enter("seller")
    board(visitor, scene, sale)
    drag(visitor, card(visitor, FIRST, sale), SECOND)
    expect(card(visitor, SECOND, sale)).to_be_visible()
    visitor.sees(visitor.words("deals:moved", title=sale.title, stage=SECOND))
    assert stage_of(scene, sale) == SECOND
    visitor.button("undo").click()
    expect(card(visitor, FIRST, sale)).to_be_visible()
    expect(card(visitor, SECOND, sale)).to_have_count(0)
    assert eventually(lambda: stage_of(scene, sale) == FIRST)


def test_a_deal_is_moved_with_the_keys(enter: Enter, scene: Scene, sale: Sale) -> None:
    """Space takes it, the arrow carries it two stages on, space lays it down; what happens is said aloud."""
    visitor = enter("seller", Device("en"))
    board(visitor, scene, sale)
    words, keys = visitor.words, visitor.page.keyboard
    visitor.button("deals:moveHandle", title=sale.title).focus()
    keys.press("Space")
    visitor.hears(words("deals:dragOver", title=sale.title, stage=FIRST))
    for stage in (SECOND, THIRD):
        keys.press("ArrowRight")
        visitor.hears(words("deals:dragOver", title=sale.title, stage=stage))
    keys.press("Space")
    expect(card(visitor, THIRD, sale)).to_be_visible()
    visitor.sees(words("deals:moved", title=sale.title, stage=THIRD))
    assert stage_of(scene, sale) == THIRD


def test_a_refused_move_is_told_and_taken_back(enter: Enter, scene: Scene, sale: Sale) -> None:
    """A portal that fails leaves the deal where it was, and says so."""
    visitor = enter("seller")
    visitor.troubles.expect(r"answer: 500 POST .*/stage$")
    board(visitor, scene, sale)
    visitor.answers("**/api/crm/deals/*/stage", 500, "POST")
    drag(visitor, card(visitor, FIRST, sale), SECOND)
    visitor.sees(visitor.words("errorServer"))
    expect(card(visitor, FIRST, sale)).to_be_visible()


def test_a_deal_is_moved_on_a_phone(enter: Enter, scene: Scene, sale: Sale) -> None:
    """On its card the next stage is a button under the thumb."""
    visitor = enter("seller", Device("ru", PHONE))
    visitor.open(sale.path)
    stages = visitor.page.get_by_role("list", name=visitor.words("card:stages"))
    stages.get_by_role("button").filter(has_text=SECOND).tap()
    visitor.sees(visitor.words("card:moved", stage=SECOND))
    assert stage_of(scene, sale) == SECOND


def drag(visitor: Visitor, what: Locator, stage: str) -> None:
    """Carries something to a stage's column as a hand does: pressed, moved in steps, let go."""
    column = visitor.page.get_by_role("region", name=stage, exact=True)
    start, end = what.bounding_box(), column.bounding_box()
    assert start
    assert end
    mouse = visitor.page.mouse
    mouse.move(start["x"] + 40, start["y"] + 60)
    mouse.down()
    mouse.move(start["x"] + 60, start["y"] + 70, steps=4)
    mouse.move(end["x"] + end["width"] / 2, end["y"] + 120, steps=8)
    expect(column).to_have_attribute("data-target", "true")
    mouse.up()
