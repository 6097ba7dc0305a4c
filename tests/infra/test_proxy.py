"""The local stand-in for CloudFront, before a gateway that is only played."""

import asyncio
from pathlib import Path

import httpx
import pytest
from infra.local import proxy
from infra.local.settings import Settings

FUNCTION_DIED = {"message": '{"errorMessage": "Task timed out after 15.00 seconds"}'}


class Gateway(httpx.AsyncBaseTransport):
    """Answers every call with the same, and remembers what it was asked."""

    def __init__(self, answer: httpx.Response) -> None:
        self.answer = answer
        self.asked: list[httpx.Request] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        return self.answer


def through(gateway: Gateway, path: str, monkeypatch: pytest.MonkeyPatch) -> httpx.Response:
    """What a browser gets through the proxy from that gateway; only crm is deployed."""
    monkeypatch.setattr(proxy, "client", lambda: httpx.AsyncClient(transport=gateway))
    address = {"crm": "http://gateway.test/_aws/execute-api/id/api"}
    app = proxy.Proxy(Settings(Path(), 8000, 2525, 4566, 4567), address.get).app

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://portal.test") as browser:
            return await browser.get(path)

    return asyncio.run(ask())


def test_a_function_that_died_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the emulator tells of its insides reaches nobody."""
    gateway = Gateway(httpx.Response(502, json=FUNCTION_DIED))
    answer = through(gateway, "/api/crm/deals", monkeypatch)
    assert answer.status_code == 502
    assert answer.headers["content-type"] == proxy.PROBLEM
    assert "Task" not in answer.text


def test_a_problem_of_a_feature_passes_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """A feature's own words about its own failure are for the person."""
    own = httpx.Response(503, json={"title": "Позже"}, headers={"content-type": proxy.PROBLEM})
    assert through(Gateway(own), "/api/crm/deals", monkeypatch).json() == {"title": "Позже"}


def test_the_path_goes_on_as_it_came(monkeypatch: pytest.MonkeyPatch) -> None:
    """Encoded letters and slashes stay encoded, and the query with them."""
    gateway = Gateway(httpx.Response(200, json={}))
    through(gateway, "/api/crm/%D0%BA%2F?q=%D0%BF&q=2", monkeypatch)
    assert gateway.asked[0].url.raw_path.endswith(b"/api/crm/%D0%BA%2F?q=%D0%BF&q=2")


def test_each_cookie_is_a_header_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Joined by a comma a browser would take them for one."""
    cookies = [("set-cookie", "a=1; HttpOnly"), ("set-cookie", "b=2; Secure")]
    gateway = Gateway(httpx.Response(200, headers=cookies, json={}))
    assert through(gateway, "/api/crm/x", monkeypatch).headers.get_list("set-cookie") == [
        v for _, v in cookies
    ]


def test_a_feature_that_is_not_deployed_is_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is asked of the gateway."""
    gateway = Gateway(httpx.Response(200, json={}))
    assert through(gateway, "/api/calendar/events", monkeypatch).status_code == 404
    assert gateway.asked == []
