"""Providers that really answer, and a company that asks them."""

from collections.abc import Iterator

import pytest
from moto import mock_aws
from tests.integration.people.browsers import Browser, Open
from tests.support import issuer
from tests.support.issuer import Liar, real_issuer
from tests.support.personas import P
from tests.support.provider import SETTINGS
from tests.support.scene import Scene
from tests.support.world import World

from chalicelib.people.provider import OidcProvider

ADDRESS, IDENTITY = OidcProvider.address, OidcProvider.identity


@pytest.fixture
def open_browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """A company whose provider is at that address."""
    with mock_aws():
        scene = Scene(World(monkeypatch))
        assert scene.directory
        monkeypatch.setattr(OidcProvider, "address", ADDRESS)
        monkeypatch.setattr(OidcProvider, "identity", IDENTITY)

        def at(url: str) -> Browser:
            app = scene.world.app("people")
            newcomers = SETTINGS["PROVIDER"].replace('"newcomers": null', '"newcomers": "employee"')
            app._settings |= {"PROVIDER_ISSUER": url, "PROVIDER": newcomers}
            return Browser(scene.client(P.NOBODY, "people"))

        yield at


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    with real_issuer() as url:
        yield url


@pytest.fixture
def lying() -> Iterator[Liar]:
    with issuer.liar() as found:
        yield found
