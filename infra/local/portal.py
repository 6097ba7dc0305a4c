"""What the launcher knows of the deployed portal: each feature's address, the mail bucket."""

import json
from datetime import UTC, datetime
from typing import Any

from infra.local.aws import Aws
from infra.local.deploy import Deployment
from infra.local.settings import Settings


class Portal:
    """Reads the stacks' outputs anew after each deployment."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._deployment = Deployment(settings)
        self._aws = Aws(settings)
        self._outputs: dict[str, dict[str, str]] = {}

    def deploy(self) -> list[str]:
        """Deploys what has changed; the stacks' names."""
        changed = self._deployment.deploy()
        self._outputs.clear()
        return changed

    def address_of(self, feature: str) -> str | None:
        """The base URL of a feature's API, or None where there is no such feature."""
        api = self._output(feature, "RestAPIId")
        return f"{self._settings.emulator_url}/_aws/execute-api/{api}/api" if api else None

    def keep_letter(self, message_id: str, letter: bytes, recipients: list[str]) -> None:
        """Puts a letter where SES puts it, and tells of it as SES does."""
        bucket, key = self._output("communications", "MailBucket"), f"inbound/{message_id}"
        self._aws.client("s3").put_object(Bucket=bucket, Key=key, Body=letter)
        topic = self._output("communications", "ReceivedTopic")
        told = json.dumps(receipt(message_id, key, recipients))
        self._aws.client("sns").publish(TopicArn=topic, Message=told)

    def _output(self, feature: str, name: str) -> str | None:
        if not feature.isascii() or not feature.isalpha():
            return None
        if feature not in self._outputs:
            stack = f"portal-{self._settings.stage}-{feature}"
            self._outputs[feature] = self._deployment.outputs(stack)
        return self._outputs[feature].get(name)


def receipt(message_id: str, key: str, recipients: list[str]) -> dict[str, Any]:
    """What SES tells of a letter that it stored, as far as anybody here looks at it.

    Source: https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html
    """
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {
        "notificationType": "Received",
        "mail": {"messageId": message_id, "timestamp": now, "destination": recipients},
        "receipt": {
            "timestamp": now,
            "recipients": recipients,
            "action": {"type": "S3", "objectKey": key},
        },
    }
