"""The synthesised templates, asked in the words of the tests."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Resource:
    """One resource of one stack."""

    stack: str
    name: str
    body: dict[str, Any]

    @property
    def properties(self) -> dict[str, Any]:
        """Its properties."""
        found: dict[str, Any] = self.body.get("Properties", {})
        return found

    def is_meant_by(self, value: object) -> bool:
        """Whether a value of the same stack speaks of this resource."""
        return value in ({"Ref": self.name}, {"Fn::GetAtt": [self.name, "Arn"]})

    def __str__(self) -> str:
        return f"{self.stack}/{self.name}"


@dataclass(frozen=True)
class Cloud:
    """All the stacks of one stage."""

    stage: str
    folder: Path

    @cached_property
    def templates(self) -> dict[str, dict[str, Any]]:
        """The template of each stack by its name after the stage's."""
        prefix, suffix = f"portal-{self.stage}-", ".template.json"
        return {
            path.name.removeprefix(prefix).removesuffix(suffix): json.loads(path.read_text())
            for path in sorted(self.folder.glob(f"{prefix}*{suffix}"))
        }

    def of(self, *types: str, stack: str | None = None) -> list[Resource]:
        """The resources of the types, in one stack or in all."""
        return [r for r in self._all() if r.body["Type"] in types and stack in {None, r.stack}]

    def function(self, feature: str, name: str) -> Resource:
        """A feature's function by its name in `app.py`."""
        wanted = f"portal-{self.stage}-{feature}-{name.replace('_', '-')}"
        found = self.of("AWS::Serverless::Function", stack=feature)
        return next(f for f in found if f.properties["FunctionName"] == wanted)

    def role_of(self, function: Resource) -> Resource:
        """The role that the function takes."""
        roles = self.of("AWS::IAM::Role", stack=function.stack)
        return next(r for r in roles if r.is_meant_by(function.properties["Role"]))

    def alarms(self, stack: str) -> list[dict[str, Any]]:
        """The properties of a stack's alarms."""
        return [alarm.properties for alarm in self.of("AWS::CloudWatch::Alarm", stack=stack)]

    def _all(self) -> Iterator[Resource]:
        for stack, template in self.templates.items():
            for name, body in template["Resources"].items():
                yield Resource(stack, name, body)


def statements(role: Resource) -> list[dict[str, Any]]:
    """What a role allows."""
    policies = role.properties["Policies"]
    return [s for policy in policies for s in policy["PolicyDocument"]["Statement"]]


def listed(value: object) -> list[Any]:
    """CloudFormation writes a list of one as that one."""
    return value if isinstance(value, list) else [value]
