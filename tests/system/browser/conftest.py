"""A browser beside the portal, and in it people who have signed in by the form as anybody does."""

from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from typing import Any

import pytest
from infra.paths import LOCAL
from playwright.sync_api import Browser, Error, expect, sync_playwright
from tests.system.browser.chromium import launch
from tests.system.browser.device import Device, Session
from tests.system.browser.scene import Scene
from tests.system.browser.visitor import Visitor
from tests.system.person import Person
from tests.system.portal import Portal

FAILURES = LOCAL / "journeys"
SECONDS = 20
"""A function that is called for the first time on a busy machine may take half of this."""

Enter = Callable[..., Visitor]
"""Opens a browser on a device for a demo account, or for nobody."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=SECONDS * 1000)
    with sync_playwright() as playwright:
        running = launch(playwright)
        yield running
        running.close()


@pytest.fixture(scope="session")
def sessions() -> dict[str, Session]:
    """Of each account that has signed in."""
    return {}


@pytest.fixture
def enter(
    browser: Browser, portal: Portal, sessions: dict[str, Session], request: pytest.FixtureRequest
) -> Iterator[Enter]:
    """Lets people in; afterwards nothing that they did not expect may have gone wrong in their browsers."""
    visitors: list[Visitor] = []

    def visitor(device: Device, session: Session, **options: Any) -> Visitor:
        visitors.append(Visitor(browser, portal.page_url, device, session, **options))
        visitors[-1].page.set_default_timeout(SECONDS * 1000)
        return visitors[-1]

    def come_in(login: str | None, device: Device | None = None, **options: Any) -> Visitor:
        if login and login not in sessions:
            sessions[login] = signed_in(visitor(Device(), Session()), login)
        session = sessions[login] if login else Session()
        # What a service worker fetches, no test could stop on its way.
        return visitor(device or Device(), session, **{"service_workers": "block", **options})

    yield come_in
    troubles = [trouble for each in visitors for trouble in each.troubles.unexpected()]
    for number, each in enumerate(visitors):
        if request.node.stash.get(FAILED, False) or troubles:
            with suppress(Error):
                each.photograph(FAILURES / f"{request.node.name}-{number}.png")
        each.context.close()
    assert troubles == []


@pytest.fixture
def scene(portal: Portal, seller: Person, owner: Person) -> Scene:
    return Scene(portal, seller, owner)


def signed_in(visitor: Visitor, login: str) -> Session:
    """Somebody signs in."""
    visitor.open("/sign-in")
    visitor.sign_in(login)
    visitor.page.wait_for_url(lambda url: "/sign-in" not in url)
    return visitor.session()


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Notes for the fixtures whether the test has failed."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report
