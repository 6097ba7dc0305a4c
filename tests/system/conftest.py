"""One portal for all these tests: deployed to the emulator with IAM enforced, furnished with the demo company."""

import itertools
from collections.abc import Iterator

import pytest
from tests.support.issuer import real_issuer
from tests.system.emulated import emulator
from tests.system.person import Person
from tests.system.portal import Portal

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def provider() -> Iterator[str]:
    with real_issuer() as url:
        yield url


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory, provider: str) -> Iterator[Portal]:
    running = Portal(tmp_path_factory.mktemp("portal"), provider)
    try:
        running.start()
        yield running
    finally:
        running.end()


@pytest.fixture(scope="session")
def seller(portal: Portal) -> Person:
    return portal.person("seller")


@pytest.fixture(scope="session")
def seller2(portal: Portal) -> Person:
    return portal.person("seller2")


@pytest.fixture(scope="session")
def owner(portal: Portal) -> Person:
    return portal.person("owner")


@pytest.fixture(scope="session")
def press(seller: Person) -> dict[str, str]:
    """The demo deal whose client writes from petr@ladoga.example."""
    return seller.deal("Литьевая машина 250 т")


@pytest.fixture
def subject() -> str:
    """A subject that no other test uses."""
    return f"Вопрос № {next(_numbers)} о поставке"


@pytest.fixture(scope="session")
def emulator_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The emulator alone, without a portal."""
    with emulator(tmp_path_factory.mktemp("emulator")) as url:
        yield url


@pytest.fixture
def emulated(emulator_url: str, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The test's own process finds its tables in the emulator."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", emulator_url)
    return monkeypatch
