"""The sellers' cards as the company's personas make and read them over HTTP."""

from collections.abc import Iterable
from typing import Any

from tests.support.http import Client, Reply
from tests.support.personas import P, Persona
from tests.support.scene import Scene
from tests.support.world import World

STAGES = [
    {"name": "Новая", "kind": "open", "probability": 10},
    {"name": "Предложение", "kind": "open", "probability": 50},
    {"name": "Выиграна", "kind": "won", "probability": 100},
    {"name": "Проиграна", "kind": "lost", "probability": 0},
]


class Shop:
    """A company with one pipeline; its directory is filled when somebody is first named by id."""

    def __init__(self, world: World, scene: Scene | None = None) -> None:
        self.scene = scene or Scene(world)
        self.pipeline = self.add_pipeline("Продажи")
        self.stages: list[str] = [stage["id"] for stage in self.pipeline["stages"]]

    def as_(self, persona: Persona) -> Client:
        """Crm as that persona."""
        return self.scene.client(persona, "crm")

    def id_of(self, persona: Persona) -> str:
        """The persona's id in the directory."""
        assert self.scene.directory
        return self.scene.id_of(persona)

    def add_pipeline(self, name: str) -> Any:
        """A new pipeline with the usual stages."""
        body = {"name": name, "stages": STAGES}
        return self.scene.made("/crm/pipelines", body, Persona.OWNER)

    def add(self, folder: str, by: Persona = P.SELLER, **values: Any) -> Any:
        """A new card."""
        return self.scene.made(f"/crm/{folder}", values, by)

    def deal(self, title: str = "Станок", by: Persona = P.SELLER, **values: Any) -> Any:
        """A new deal."""
        return self.add("deals", by, title=title, **values)

    def move(self, deal_id: str, stage: int, **more: Any) -> Reply:
        """The deal in the stage of that number."""
        body = {"stage_id": self.stages[stage], **more}
        return self.as_(P.SELLER).post(f"/crm/deals/{deal_id}/stage", body)

    def titles(self, who: Persona, query: str = "") -> list[str]:
        """The titles of the deals in a list, read a page of two at a time."""
        return list(self._titles(who, query))

    def _titles(self, who: Persona, query: str) -> Iterable[str]:
        cursor: str | None = ""
        while cursor is not None:
            page = self.as_(who).get(f"/crm/deals?limit=2{query}{cursor and f'&cursor={cursor}'}")
            assert page.status == 200, page.text
            yield from (deal["title"] for deal in page.json["items"])
            cursor = page.json["next"]
