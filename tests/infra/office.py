"""Queues and streams in memory, and functions that only remember: what a replay works on."""

import json
from typing import Any

import boto3
from infra.replay import Replay
from tests.infra.fakes import FakeLambda


class Office:
    """The dead letters of one feature."""

    def __init__(self) -> None:
        self.sqs: Any = boto3.client("sqs")
        self.functions = FakeLambda()
        clients = {
            "sqs": self.sqs,
            "lambda": self.functions,
            "dynamodbstreams": boto3.client("dynamodbstreams"),
        }
        self.replay = Replay("test", "crm", clients.__getitem__)

    def queue(self, name: str) -> str:
        return str(self.sqs.create_queue(QueueName=name)["QueueUrl"])

    def put(self, queue: str, body: object, **attributes: str) -> None:
        values = {n: {"DataType": "String", "StringValue": v} for n, v in attributes.items()}
        text = body if isinstance(body, str) else json.dumps(body)
        self.sqs.send_message(QueueUrl=queue, MessageBody=text, MessageAttributes=values)

    def left(self, queue: str) -> int:
        """The messages in a queue, hidden ones too."""
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        found = self.sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=names)["Attributes"]
        return sum(int(found[name]) for name in names)

    def bodies(self, queue: str) -> list[str]:
        found = self.sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10)
        return [message["Body"] for message in found.get("Messages", [])]


def written(count: int) -> tuple[str, list[str]]:
    """A table with a stream of that many items: the stream and the records' numbers."""
    dynamodb = boto3.client("dynamodb")
    table = dynamodb.create_table(
        TableName="cards",
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
        StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
    )["TableDescription"]
    for number in range(count):
        dynamodb.put_item(TableName="cards", Item={"pk": {"S": f"карточка-{number}"}})
    arn = table["LatestStreamArn"]
    return arn, [r["dynamodb"]["SequenceNumber"] for r in records(arn)]


def records(stream: str) -> list[Any]:
    """All records of a stream."""
    client = boto3.client("dynamodbstreams")
    iterator = client.get_shard_iterator(
        StreamArn=stream, ShardId=shard_of(stream), ShardIteratorType="TRIM_HORIZON"
    )
    return list(client.get_records(ShardIterator=iterator["ShardIterator"])["Records"])


def shard_of(stream: str) -> str:
    """The stream's one shard."""
    found = boto3.client("dynamodbstreams").describe_stream(StreamArn=stream)
    return found["StreamDescription"]["Shards"][0]["ShardId"]
