"""What the launcher knows of the deployed portal: each feature's address, the mail bucket."""

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

    def keep_letter(self, message_id: str, letter: bytes) -> None:
        """Puts a letter where SES puts it."""
        bucket = self._output("communications", "MailBucket")
        self._aws.client("s3").put_object(Bucket=bucket, Key=f"inbound/{message_id}", Body=letter)

    def _output(self, feature: str, name: str) -> str | None:
        if not feature.isascii() or not feature.isalpha():
            return None
        if feature not in self._outputs:
            stack = f"portal-{self._settings.stage}-{feature}"
            self._outputs[feature] = self._deployment.outputs(stack)
        return self._outputs[feature].get(name)
