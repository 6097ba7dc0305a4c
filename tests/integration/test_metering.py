"""The meter on real calls: what goes over botocore is counted, and costs what it would on AWS."""

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError
from moto import mock_aws
from pynamodb.attributes import UnicodeAttribute
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection
from tests.support.costs import Bill, bill

from portal import dynamo
from portal.dynamo import Item, Writes, read, read_many, read_page
from portal.errors import ConflictError
from portal.paging import PageRequest


class ByOwner(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]  # PynamoDB leaves it so
    class Meta:
        index_name = "by-owner"
        projection = KeysOnlyProjection()

    owner = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)


class Letter(Item):
    class Meta(dynamo.Meta):
        table_name = "letters"

    by_owner = ByOwner()
    owner = UnicodeAttribute(null=True)
    text = UnicodeAttribute(null=True)


@pytest.fixture(autouse=True)
def table() -> Iterator[None]:
    with mock_aws():
        Letter._connection = None
        Letter.create_table(wait=True)
        yield


def units(opened: Bill) -> tuple[dict[str, int], float, float]:
    return dict(opened.calls), opened.read, opened.write


def test_a_read_costs_by_its_size_and_consistency() -> None:
    """A missing item costs as a small one, a batch by each of its items."""
    Writes().put(Letter("a", "1", text="x" * 5000)).commit()
    with bill() as opened:
        read(Letter, "a", "1")
        read(Letter, "a", "2", consistent=True)
        read_many(Letter, [("a", "1"), ("a", "2")])
    assert units(opened) == ({"dynamodb.GetItem": 2, "dynamodb.BatchGetItem": 1}, 1 + 1 + 1.5, 0)


def test_a_page_costs_by_what_it_looks_at() -> None:
    """Small items of one page are billed together, and the rest of the partition is not."""
    for number in range(30):
        Writes().put(Letter("a", f"{number:02}", text="x" * 900)).commit()
    with bill() as opened:
        read_page(Letter, "a", PageRequest(limit=10))
    assert units(opened) == ({"dynamodb.Query": 1}, 1.5, 0)


def test_a_filter_is_seen() -> None:
    """What is read and thrown away is billed, and counted."""
    for number in range(4):
        Writes().put(Letter("a", str(number), text=str(number))).commit()
    with bill() as opened:
        assert len(list(Letter.query("a", filter_condition=Letter.text == "1"))) == 1
    assert (opened.read, opened.discarded) == (0.5, 3)


def test_a_write_costs_by_the_larger_image_and_its_index() -> None:
    """Shrinking costs what was there; the index costs when its entry comes and goes."""
    with bill() as opened:
        Writes().put(Letter("a", "1", text="x" * 1500, owner="Иван")).commit()
    assert units(opened) == ({"dynamodb.PutItem": 1}, 0, 2 + 1)
    with bill() as opened:
        Writes().put(Letter("a", "1", text="x")).commit()
    assert opened.write == 2 + 1


def test_a_transaction_costs_double_even_refused() -> None:
    """Two items of one kilobyte are four units, whether they were written or not."""

    def writes() -> Writes:
        return (
            Writes()
            .put(Letter("a", "2"))
            .put(
                Letter("a", "1"),
                must=Letter.pk.does_not_exist(),
                otherwise=ConflictError("taken"),
            )
        )

    with bill() as accepted:
        writes().commit()
    with bill() as refused, pytest.raises(ConflictError):
        writes().commit()
    assert units(accepted) == units(refused) == ({"dynamodb.TransactWriteItems": 1}, 0, 4)


def test_every_client_is_seen() -> None:
    """A client of boto3 made before the bill was opened is counted like any other."""
    sqs, client = boto3.client("sqs"), boto3.client("dynamodb")
    key = {"pk": {"S": "a"}, "sk": {"S": "1"}}
    with bill() as opened:
        sqs.send_message(QueueUrl=sqs.create_queue(QueueName="q")["QueueUrl"], MessageBody="привет")
        client.put_item(TableName="letters", Item=key)
        with pytest.raises(ClientError):
            client.delete_item(TableName="letters", Key=key, ConditionExpression="pk = sk")
    assert opened.calls["sqs.SendMessage"] == 1
    assert (opened.calls["dynamodb.DeleteItem"], opened.write) == (1, 2)


def test_the_price_of_a_million() -> None:
    """Units and calls by their prices; a call without a known price is an error, not a gift."""
    opened = Bill(read=2, write=4)
    opened.add("events.PutEvents")
    opened.add("neighbour.crm")
    assert opened.dollars_per_million == pytest.approx(2 * 0.125 + 4 * 0.625 + 1.0 + 3.5)
    opened.add("rekognition.DetectFaces")
    with pytest.raises(KeyError):
        _ = opened.dollars_per_million
