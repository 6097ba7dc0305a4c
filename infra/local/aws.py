"""Clients of the emulator, with its root keys."""

from functools import cache
from typing import Any

import boto3
from botocore.config import Config

from infra.local.settings import KEY, REGION, Settings

_CONFIG = Config(retries={"max_attempts": 2}, read_timeout=120, s3={"addressing_style": "path"})


class Aws:
    """A boto3 client by service name."""

    def __init__(self, settings: Settings) -> None:
        self._endpoint = settings.emulator_url
        self.client = cache(self._make)

    def _make(self, service: str) -> Any:  # noqa: ANN401  # boto3 makes clients from data
        return boto3.client(
            service,  # type: ignore[call-overload]  # any service's name
            endpoint_url=self._endpoint,
            region_name=REGION,
            aws_access_key_id=KEY,
            aws_secret_access_key=KEY,
            config=_CONFIG,
        )
