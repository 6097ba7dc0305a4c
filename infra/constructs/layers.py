"""The two layers under every function.

Each stack publishes its own versions: a version handed from stack to stack would be a CloudFormation
export, and an export in use cannot change.
"""

import shutil
import sys
from pathlib import Path

from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.constructs.bytecode import bytecode
from infra.constructs.chalice_app import architecture
from infra.paths import BUILD, LAYERS
from infra.stage import Stage


def layers(scope: Construct, feature: str, stage: Stage, dependencies: Path) -> list[str]:
    """The ARNs of the third-party layer, built in the folder `dependencies`, and of the portal's own."""
    return [
        _layer(
            scope, "Dependencies", stage.resource(feature, "dependencies"), _built(dependencies)
        ),
        _layer(scope, "Portal", stage.resource(feature, "portal"), _own()),
    ]


def _built(folder: Path) -> lambda_.Code:
    # The folder's name tells its contents, which are too many to be read at each synthesis.
    return lambda_.Code.from_asset(str(folder), asset_hash=folder.name)


def _own() -> lambda_.Code:
    source, built = LAYERS / "portal", BUILD / "layers" / "portal"
    shutil.rmtree(built, ignore_errors=True)
    shutil.copytree(source, built, ignore=shutil.ignore_patterns("__pycache__"))
    for module in (built / "python").rglob("*.py"):
        name = str(module.relative_to(built / "python"))
        place, content = bytecode(name, module.read_bytes(), "/opt/python")
        (built / "python" / place).parent.mkdir(exist_ok=True)
        (built / "python" / place).write_bytes(content)
    return lambda_.Code.from_asset(str(built))


def _layer(scope: Construct, construct_id: str, name: str, code: lambda_.Code) -> str:
    layer = lambda_.LayerVersion(
        scope,
        f"{construct_id}Layer",
        layer_version_name=name,
        code=code,
        compatible_runtimes=[_runtime()],
        compatible_architectures=[_architecture()],
    )
    return layer.layer_version_arn


def _runtime() -> lambda_.Runtime:
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return lambda_.Runtime(version, lambda_.RuntimeFamily.PYTHON)


def _architecture() -> lambda_.Architecture:
    return lambda_.Architecture.ARM_64 if architecture() == "arm64" else lambda_.Architecture.X86_64
