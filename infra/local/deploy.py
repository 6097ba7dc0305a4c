"""Brings the emulator to the state of the synthesised templates, touching only what changed."""

import io
import json
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError

from infra.local import digest, patches
from infra.local.aws import Aws
from infra.local.console import say
from infra.local.errors import DeployError
from infra.local.settings import ACCOUNT, REGION, Settings

_BUCKET = f"cdk-hnb659fds-assets-{ACCOUNT}-{REGION}"
_DIGEST_TAG = "portal:digest"
_PLAYED_HERE = ("edge",)
_WAIT_SECONDS = 120


class Deployment:
    """Deploys one assembly."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._aws = Aws(settings)
        self._told: set[str] = set()

    def deploy(self) -> list[str]:
        """Creates or updates each stack that changed, in order; their names.

        Tells once what is otherwise than in the cloud.

        Raises:
            DeployError: a stack was refused; the others before it stand.
        """
        return [name for name in self._stacks() if self._deploy(name)]

    def outputs(self, stack: str) -> dict[str, str]:
        """The outputs of a stack by their names."""
        found = self._describe(stack) or {}
        return {output["OutputKey"]: output["OutputValue"] for output in found.get("Outputs", [])}

    def _stacks(self) -> Iterator[str]:
        artifacts = json.loads((self._settings.assembly / "manifest.json").read_text())["artifacts"]
        stacks = {n: a for n, a in artifacts.items() if a["type"] == "aws:cloudformation:stack"}
        done: list[str] = []
        while len(done) < len(stacks):
            ready = [n for n in stacks if n not in done and _needs(stacks[n], stacks) <= set(done)]
            done += ready
        return iter(name for name in done if not name.endswith(_PLAYED_HERE))

    def _deploy(self, name: str) -> bool:
        template, reasons = patches.patched(self._read(f"{name}.template.json"), self._settings)
        body = json.dumps(template, sort_keys=True)
        wanted = digest.of_text(body + json.dumps(self._imported(body)))
        found = self._describe(name)
        if found and _tag(found) == wanted and found["StackStatus"].endswith("_COMPLETE"):
            return False
        self._tell(reasons)
        begun = time.monotonic()
        self._upload_assets(name, body)
        self._apply(name, body, wanted, exists=found is not None)
        say(f"{name}: {'updated' if found else 'created'} in {time.monotonic() - begun:.1f} s")
        return True

    def _imported(self, body: str) -> dict[str, str]:
        """What a template takes from others, as it is now: the emulator gives a changed API another address."""
        pages = self._aws.client("cloudformation").get_paginator("list_exports").paginate()
        exports = (each for page in pages for each in page["Exports"])
        return {one["Name"]: one["Value"] for one in exports if f'"{one["Name"]}"' in body}

    def _tell(self, reasons: list[str]) -> None:
        for reason in reasons:
            if reason not in self._told:
                say(f"Unlike the cloud: {reason}")
                self._told.add(reason)

    def _apply(self, name: str, body: str, wanted: str, *, exists: bool) -> None:
        cloudformation = self._aws.client("cloudformation")
        act = cloudformation.update_stack if exists else cloudformation.create_stack
        act(
            StackName=name,
            TemplateURL=self._put(f"templates/{name}-{wanted}.json", body.encode()),
            Capabilities=["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
            Tags=[{"Key": _DIGEST_TAG, "Value": wanted}],
        )
        self._wait(name)

    def _wait(self, name: str) -> None:
        deadline = time.monotonic() + _WAIT_SECONDS
        while time.monotonic() < deadline:
            status = (self._describe(name) or {"StackStatus": "GONE"})["StackStatus"]
            if not status.endswith("_IN_PROGRESS"):
                break
            time.sleep(0.1)
        if status not in {"CREATE_COMPLETE", "UPDATE_COMPLETE"}:
            raise DeployError(f"{name} could not be deployed ({status}): {self._reason(name)}")

    def _reason(self, name: str) -> str:
        events = self._aws.client("cloudformation").describe_stack_events(StackName=name)
        failed = [e for e in events["StackEvents"] if "FAILED" in e["ResourceStatus"]]
        return "; ".join(
            f"{e['LogicalResourceId']}: {e.get('ResourceStatusReason')}" for e in failed[-3:]
        )

    def _describe(self, name: str) -> dict[str, Any] | None:
        try:
            stacks = self._aws.client("cloudformation").describe_stacks(StackName=name)["Stacks"]
        except ClientError:
            return None
        return stacks[0] if stacks else None

    def _upload_assets(self, name: str, template: str) -> None:
        """Uploads what the patched template still speaks of."""
        self._make_bucket()
        for file in self._read(f"{name}.assets.json")["files"].values():
            key = next(iter(file["destinations"].values()))["objectKey"]
            if key in template and not self._stored(key):
                self._put(key, self._content(file["source"]))

    def _content(self, source: dict[str, str]) -> bytes:
        path = self._settings.assembly / source["path"]
        return _zipped(path) if source["packaging"] == "zip" else path.read_bytes()

    def _stored(self, key: str) -> bool:
        found = self._aws.client("s3").list_objects_v2(Bucket=_BUCKET, Prefix=key, MaxKeys=1)
        return bool(found.get("Contents"))

    def _put(self, key: str, body: bytes) -> str:
        self._aws.client("s3").put_object(Bucket=_BUCKET, Key=key, Body=body)
        return f"{self._settings.emulator_url}/{_BUCKET}/{key}"

    def _make_bucket(self) -> None:
        location = {"LocationConstraint": REGION}
        try:
            self._aws.client("s3").create_bucket(Bucket=_BUCKET, CreateBucketConfiguration=location)
        except ClientError as error:
            if error.response["Error"]["Code"] != "BucketAlreadyOwnedByYou":
                raise

    def _read(self, name: str) -> dict[str, Any]:
        content: dict[str, Any] = json.loads((self._settings.assembly / name).read_text())
        return content


def _needs(stack: dict[str, Any], stacks: dict[str, Any]) -> set[str]:
    return set(stack.get("dependencies", [])) & set(stacks)


def _tag(stack: dict[str, Any]) -> str | None:
    return next((t["Value"] for t in stack.get("Tags", []) if t["Key"] == _DIGEST_TAG), None)


def _zipped(folder: Path) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder))
    return buffer.getvalue()
