"""What the deployment tells a function, read once from the environment."""

import os
from collections.abc import Mapping


class MissingSettingError(Exception):
    """The deployment forgot to set a variable that this function reads."""


class Settings:
    """The environment by name; a missing name fails at its first use, with its name."""

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        self._environment = os.environ if environment is None else environment

    def __getitem__(self, name: str) -> str:
        try:
            return self._environment[name]
        except KeyError as error:
            raise MissingSettingError(name) from error

    def get(self, name: str) -> str | None:
        """What the deployment may leave out."""
        return self._environment.get(name)
