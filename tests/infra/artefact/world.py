"""All the features in one process, but for the one that runs as it is deployed."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from infra.sign_in import FUNCTIONS
from tests.infra.artefact.function import Function
from tests.infra.artefact.package import Packages
from tests.support import provider, tokens
from tests.support.http import Reply
from tests.support.world import FeatureApp, World

_ELSEWHERE = ("PEOPLE_API", "CRM_API")


class DeployedWorld(World):
    """A world in which one feature's functions are processes that know nothing of ours."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, packages: Packages, folder: Path) -> None:
        super().__init__(monkeypatch)
        self._packages, self._folder = packages, folder
        self.address, self.provider = "", ""

    def ask(self, url: str, bearer: str) -> Reply:
        """What a neighbour answers."""
        return self.client(url.split("/")[1], None, bearer).get(url)

    def deploy(self, feature: str) -> "DeployedApp":
        """From now on the feature's functions are its artefacts."""
        settings = self._prepare(feature)
        if pool := settings.get("USER_POOL_ID"):
            issuer = f"https://cognito-idp.us-east-1.amazonaws.com/{pool}"
            self._monkeypatch.setattr(tokens, "ISSUER", issuer)
            self._monkeypatch.setattr(tokens, "CLIENT_ID", settings["USER_POOL_CLIENT_ID"])
        # A stage that names no provider sets none of this; what talks to one is in the artefact all the same.
        told = {**provider.SETTINGS, "PROVIDER_ISSUER": self.provider} if self.provider else {}
        deployed = DeployedApp(feature, settings, self._packages, self._folder, self.address)
        deployed.told = told
        self._apps[feature] = deployed
        return deployed


class DeployedApp(FeatureApp):
    """A feature's functions, each a process of its own."""

    def __init__(
        self,
        feature: str,
        settings: Mapping[str, str],
        packages: Packages,
        folder: Path,
        address: str,
    ) -> None:
        super().__init__(feature, settings)
        self._packages, self._folder, self._address = packages, folder, address
        self.running: dict[str, Function] = {}
        self.told: Mapping[str, str] = {}

    def __call__(self, event: dict[str, Any], context: object) -> Any:
        """The API."""
        return self.invoke("api_handler", event)

    def invoke(self, function: str, event: dict[str, Any]) -> Any:
        """Any function by its name."""
        if function not in self.running:
            package = self._packages.of(function)
            environment = {
                name: self._value(name, text) for name, text in package.variables.items()
            }
            self.running[function] = Function(
                package,
                {
                    **environment,
                    **(self.told if function in FUNCTIONS else {}),
                    **self._of_lambda(function),
                },
                self._folder,
            )
        return self.running[function].invoke(event)

    def stop(self) -> None:
        """Ends all of them."""
        for function in self.running.values():
            function.stop()

    def _value(self, name: str, stated: object) -> str:
        """The value of a variable that the template sets: only these are there."""
        if name in _ELSEWHERE:
            return f"{self._address}/api"
        known = {"DEAD_LETTER_URL": f"{self._address}/dead-letters", **os.environ, **self._settings}
        return known[name] if not isinstance(stated, str) else known.get(name, stated)

    def _of_lambda(self, function: str) -> dict[str, str]:
        return {
            "AWS_REGION": "us-east-1",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": "testing",
            "AWS_SECRET_ACCESS_KEY": "testing",
            "AWS_SESSION_TOKEN": "testing",
            "AWS_LAMBDA_FUNCTION_NAME": function,
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "512",
            "AWS_LAMBDA_LOG_FORMAT": "JSON",
            "AWS_ENDPOINT_URL": self._address,
            "LANG": "en_US.UTF-8",
            "TZ": ":UTC",
        }
