"""Does again what ended in a feature's dead letters: `python -m infra.replay <stage> <feature> [<function>]`.

A message leaves the dead letters only when it is safe elsewhere or done; all functions are idempotent, so
that one done twice does no harm. What fails again stays, and can be replayed again.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from botocore.exceptions import ClientError

from infra import streams
from infra.clients import Clients, of_stage

_HIDDEN_SECONDS = 360
_A_BATCH = 10
_DEAD = "-dead"

Message = Mapping[str, Any]


class NotReplayedError(Exception):
    """The message stays where it is; the text says why."""


class Replay:
    """The dead letters of one feature of one stage."""

    def __init__(self, stage: str, feature: str, clients: Clients) -> None:
        self._prefix = f"portal-{stage}-{feature}-"
        self._clients = clients
        self._sqs = clients("sqs")

    def queues(self, function: str | None = None) -> list[str]:
        """The addresses of the dead-letter queues, of all the functions or of one."""
        wanted = self._prefix + (f"{function.replace('_', '-')}{_DEAD}" if function else "")
        pages = self._sqs.get_paginator("list_queues").paginate(QueueNamePrefix=wanted)
        return [url for page in pages for url in page.get("QueueUrls", []) if url.endswith(_DEAD)]

    def empty(self, queue: str) -> tuple[int, list[str]]:
        """Replays a queue's messages: how many were done, and what is said of those that stay."""
        done, kept = 0, []
        for message in self._messages(queue):
            try:
                self._again(queue, message)
            except (NotReplayedError, ClientError) as error:
                kept.append(f"{message['MessageId']}: {error}")
            else:
                self._sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
                done += 1
        return done, kept

    def _messages(self, queue: str) -> Iterator[Message]:
        """Each message once: those that stay are hidden longer than this takes."""
        while found := self._sqs.receive_message(
            QueueUrl=queue,
            MaxNumberOfMessages=_A_BATCH,
            MessageAttributeNames=["All"],
            VisibilityTimeout=_HIDDEN_SECONDS,
            WaitTimeSeconds=1,
        ).get("Messages"):
            yield from found

    def _again(self, queue: str, message: Message) -> None:
        body = _decoded(message["Body"])
        if body.keys() == {"function", "record"}:
            self._invoke(self._prefix + body["function"].replace("_", "-"), _one(body["record"]))
        elif "DDBStreamBatchInfo" in body:
            self._invoke(_called(body), self._lost(body["DDBStreamBatchInfo"]))
        elif "requestPayload" in body:
            self._invoke(_called(body), body["requestPayload"])
        elif ":lambda:" in (target := _target(message)):
            self._invoke(target, body)
        else:
            self._back(queue, message["Body"])

    def _lost(self, batch: Mapping[str, Any]) -> dict[str, Any]:
        """What the function could not do. Lambda tells only where in the stream it stood."""
        try:
            return {"Records": streams.read(self._clients("dynamodbstreams"), batch)}
        except streams.ForgottenError as error:
            raise NotReplayedError(str(error)) from error

    def _invoke(self, function: str, event: Mapping[str, Any]) -> None:
        answer = self._clients("lambda").invoke(FunctionName=function, Payload=json.dumps(event))
        if "FunctionError" in answer:
            raise NotReplayedError(f"{function} failed again: {_reason(answer)}")

    def _back(self, queue: str, body: str) -> None:
        """A message of a work queue goes back into it."""
        source = self._sqs.get_queue_url(QueueName=queue.rpartition("/")[2].removesuffix(_DEAD))
        self._sqs.send_message(QueueUrl=source["QueueUrl"], MessageBody=body)


def main(stage: str, feature: str, function: str | None = None) -> int:
    """Replays and tells; the exit status is 1 while anything stays."""
    replay = Replay(stage, feature, of_stage(stage))
    queues = replay.queues(function or None)
    if not queues:
        print(f"{stage} has no dead-letter queue of {feature} {function or ''}".rstrip() + ".")
        return 1
    return max([_told(queue, *replay.empty(queue)) for queue in queues])


def _told(queue: str, done: int, kept: list[str]) -> int:
    print(f"{queue.rpartition('/')[2]}: {done} replayed, {len(kept)} stay")
    for line in kept:
        print(f"  {line}")
    return 1 if kept else 0


def _decoded(text: str) -> dict[str, Any]:
    """The JSON object in a message; anything else is nobody's envelope."""
    try:
        body = json.loads(text)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _one(record: Mapping[str, Any]) -> dict[str, Any]:
    return {"Records": [record]}


def _called(body: Mapping[str, Any]) -> str:
    return str(body["requestContext"]["functionArn"])


def _target(message: Message) -> str:
    """What a rule of EventBridge wanted to call when it gave up.

    Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
    """
    attribute = message.get("MessageAttributes", {}).get("TARGET_ARN", {})
    return str(attribute.get("StringValue", ""))


def _reason(answer: Mapping[str, Any]) -> str:
    return str(_decoded(answer["Payload"].read().decode()).get("errorMessage", "no reason given"))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
