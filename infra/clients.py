"""AWS clients of a stage: the account of the environment, or the emulator for the local one."""

from collections.abc import Callable
from typing import Any

import boto3
from botocore.config import Config

from infra.local.aws import Aws
from infra.local.settings import from_environment

Clients = Callable[[str], Any]
"""A client by the service's name."""

# A function may take five minutes; asked twice, it would do its work twice.
_CONFIG = Config(read_timeout=330, retries={"total_max_attempts": 1})


def of_stage(stage: str) -> Clients:
    """The clients of a stage."""
    return Aws(from_environment()).client if stage == "local" else _in_the_cloud


def _in_the_cloud(service: str) -> Any:  # noqa: ANN401  # boto3 makes clients from data
    return boto3.client(service, config=_CONFIG)  # type: ignore[call-overload]  # any service's name
