"""One account of the demo company at the portal's API."""

from collections.abc import Iterator
from typing import Any

import httpx

PASSWORD = "demo-Portal-1"
DOMAIN = "demo.example"


class Person:
    """Signed in once; every answer that is an error fails the test."""

    def __init__(self, url: str, login: str) -> None:
        self.login = login
        self.http = httpx.Client(base_url=f"{url}/api", timeout=60)
        credentials = {"email": f"{login}@{DOMAIN}", "password": PASSWORD}
        session = self.http.post("/people/sessions", json=credentials)
        assert session.status_code == 201, session.text
        self.id: str = session.json()["person"]["id"]
        self.http.headers["Authorization"] = f"Bearer {session.json()['access_token']}"

    def get(self, path: str, **query: str) -> Any:
        """What is at a path."""
        return self._answered(self.http.get(path, params=query))

    def post(self, path: str, body: object) -> Any:
        """What becomes of a body sent to a path."""
        return self._answered(self.http.post(path, json=body))

    def patch(self, path: str, body: object) -> Any:
        """What becomes of a change."""
        return self._answered(self.http.patch(path, json=body))

    def deal(self, title: str) -> dict[str, str]:
        """The card of a deal of that title."""
        found = (d for d in self.everything("/crm/deals") if d["title"] == title)
        return {"kind": "deal", "id": next(found)["id"]}

    def everything(self, path: str) -> Iterator[Any]:
        """All the records of a list, however many pages they fill."""
        query = {"limit": "100"}
        while True:
            page = self.get(path, **query)
            yield from page["items"]
            if not page["next"]:
                return
            query["cursor"] = page["next"]

    def entries(self, card: dict[str, str], kind: str = "mail") -> list[Any]:
        """The newest entries of a card's timeline."""
        path = f"/crm/{card['kind']}s/{card['id']}/timeline"
        return list(self.get(path, kind=kind)["items"])

    def entry(self, card: dict[str, str], summary: str, kind: str = "mail") -> Any:
        """The entry of a card that says this, or None."""
        return next((e for e in self.entries(card, kind) if summary in e["summary"]), None)

    def letter(self, subject: str, state: str) -> Any:
        """The newest communication of that subject in a state, or None."""
        found = self.get("/communications", state=state, limit="100")["items"]
        return next((c for c in found if c["subject"] == subject), None)

    def told(self, kind: str, text: str) -> Any:
        """A notification of that kind that says this, or None."""
        found = self.get("/notifications", limit="100")["items"]
        return next((n for n in found if n["kind"] == kind and text in n["text"]), None)

    @staticmethod
    def _answered(answer: httpx.Response) -> Any:
        assert answer.is_success, f"{answer.request.url}: {answer.status_code} {answer.text}"
        return answer.json()
