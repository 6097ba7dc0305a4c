"""Each feature's app on tables in memory (moto)."""

from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType

import pytest
from moto import mock_aws
from tests.support import tokens
from tests.support.apps import load_app
from tests.support.http import Client

import portal.app
from portal.identity import Verifier
from portal.principals import Principal
from portal.revocations import Revocations

Sign = Callable[[str, Principal | None], Client]


@pytest.fixture
def aws() -> Iterator[None]:
    """An empty account in memory."""
    with mock_aws():
        yield


@pytest.fixture
def api(aws: None, monkeypatch: pytest.MonkeyPatch) -> Sign:
    """``api("crm", principal)`` is that feature's API as that person, on a fresh table."""
    modules: dict[str, ModuleType] = {}

    def sign(feature: str, principal: Principal | None) -> Client:
        if feature not in modules:
            _prepare(feature, monkeypatch)
            modules[feature] = load_app(feature)
        return Client(modules[feature], tokens.token_of(principal) if principal else None)

    return sign


def _prepare(feature: str, monkeypatch: pytest.MonkeyPatch) -> None:
    table = import_module(f"chalicelib.{feature}.store").TABLE
    monkeypatch.setattr(table.Meta, "table_name", feature)
    monkeypatch.setenv("TABLE_NAME", feature)
    table._connection = None
    table.create_table(wait=True)
    monkeypatch.setattr(portal.app, "_verifier", _verifier)


def _verifier() -> Verifier:
    verifier = tokens.verifier()
    return Verifier(
        verifier.issuer, verifier.client_id, verifier.keys, Revocations("people").changed_at
    )
