"""What one request or one event costs on AWS: every call counted where botocore makes it.

Prices are the list prices of us-east-1 in US dollars per million, from the pricing pages of each service
(https://aws.amazon.com/dynamodb/pricing/on-demand/ since November 2024, https://aws.amazon.com/s3/pricing/,
https://aws.amazon.com/eventbridge/pricing/, https://aws.amazon.com/sqs/pricing/, https://aws.amazon.com/ses/pricing/,
https://aws.amazon.com/secrets-manager/pricing/, https://aws.amazon.com/api-gateway/pricing/).
Lambda, storage and traffic are not in them, nor is the gateway's own part of the request that is measured.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from botocore.client import BaseClient

from tests.support.metering import DynamoMeter, Units

READ_UNIT = 0.125
WRITE_UNIT = 0.625
NEIGHBOUR = 3.5
"""One request to another feature's API: the gateway's price of it."""

CALLS: Mapping[str, float] = {
    "s3.GetObject": 0.4,
    "s3.GetObjectTagging": 0.4,
    "s3.HeadObject": 0.4,
    "s3.CopyObject": 5.0,
    "s3.PutObject": 5.0,
    "s3.PutObjectTagging": 5.0,
    "s3.DeleteObject": 0.0,
    "events.PutEvents": 1.0,
    "sqs.SendMessage": 0.4,
    "sesv2.SendEmail": 100.0,
    "secretsmanager.GetSecretValue": 5.0,
}
"""Each call that is billed by the call; DynamoDB bills units, and Cognito the people of a month."""

BY_OTHER_MEASURE = frozenset({"dynamodb", "cognito-idp"})


@dataclass
class Bill:
    """What was consumed while it was open."""

    calls: Counter[str] = field(default_factory=Counter)
    read: float = 0
    write: float = 0
    discarded: int = 0

    @property
    def dollars_per_million(self) -> float:
        """The price of doing the same a million times.

        Raises:
            KeyError: the price of a call is not known.
        """
        priced = sum(count * _price(name) for name, count in self.calls.items())
        return priced + self.read * READ_UNIT + self.write * WRITE_UNIT

    def add(self, name: str, units: Units = Units()) -> None:  # noqa: B008  # a frozen value
        """Notes one call."""
        self.calls[name] += 1
        self.read += units.read
        self.write += units.write
        self.discarded += units.discarded


@contextmanager
def bill() -> Iterator[Bill]:
    """Counts every AWS call of every client while the block runs, whoever made the client."""
    opened = Bill()
    make = BaseClient._make_api_call  # type: ignore[attr-defined]  # the one door of all clients, not in the stubs

    def counted(client: BaseClient, operation: str, parameters: Mapping[str, Any]) -> Any:
        service = client.meta.service_model.service_name
        if service != "dynamodb":
            opened.add(f"{service}.{operation}")
            return make(client, operation, parameters)
        meter = DynamoMeter(lambda name, values: make(client, name, values))
        answer, units = meter.call(operation, parameters)
        opened.add(f"dynamodb.{operation}", units)
        if isinstance(answer, Exception):
            raise answer
        return answer

    with patch.object(BaseClient, "_make_api_call", counted):
        yield opened


def _price(name: str) -> float:
    service = name.partition(".")[0]
    if service in BY_OTHER_MEASURE:
        return 0
    return NEIGHBOUR if service == "neighbour" else CALLS[name]
