"""The seam: all that the infrastructure knows about Chalice's packaging.

What Chalice lacks, or does in its own way, is mended here: apps isolated from one another, a zip
that depends on nothing but its contents, functions found by the name they bear in `app.py`.
"""

import os
import platform
import shutil
import zipfile
from collections.abc import Mapping
from contextlib import chdir
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from aws_cdk import aws_sam as sam
from chalice.cdk import Chalice
from constructs import Construct

from infra.constructs.bytecode import bytecode
from infra.constructs.isolation import AT_IMPORT, isolated
from infra.paths import BUILD, FUNCTIONS

_TASK = "/var/task"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_NOT_SHIPPED = shutil.ignore_patterns("__pycache__", "*.pyc", "deployments", "tests")
# A role is set per function afterwards; Chalice only has to believe that there is one.
_ROLE_TO_COME = "arn:aws:iam::000000000000:role/set-by-the-stack"


def architecture() -> str:
    """The Lambda architecture of what is built here: that of this machine."""
    return "arm64" if platform.machine() in {"arm64", "aarch64"} else "x86_64"


class ChaliceApp(Chalice):
    """A feature's `functions/<feature>` packaged by Chalice and included in the stack."""

    def __init__(self, scope: Construct, construct_id: str, *, feature: str) -> None:
        source = _copy_of(feature)
        with chdir(BUILD):
            super().__init__(
                scope, construct_id, source_dir=str(source), stage_config=_stage_config()
            )
        shutil.rmtree(self._sam_package_dir)

    def _package_app(self) -> None:
        source = Path(self.source_dir)
        with isolated(source, AT_IMPORT):
            super()._package_app()
            name, places = import_module("portal.places").written(source.name)
        _make_reproducible(Path(self._sam_package_dir) / "deployment.zip", {name: places.encode()})

    @property
    def functions(self) -> dict[str, sam.CfnFunction]:
        """The app's functions by the name in `app.py`; `api_handler` serves all the routes."""
        found = [
            child
            for child in self.sam_template.node.find_all()
            if isinstance(child, sam.CfnFunction)
        ]
        return {_name_of(function): function for function in found}

    @property
    def api(self) -> sam.CfnApi:
        """The REST API of all the routes."""
        return cast("sam.CfnApi", self.sam_template.get_resource("RestAPI"))


def _stage_config() -> dict[str, Any]:
    return {
        "api_gateway_stage": "api",
        "api_gateway_endpoint_type": "REGIONAL",
        "autogen_policy": False,
        "manage_iam_role": False,
        "iam_role_arn": _ROLE_TO_COME,
        "lambda_architecture": architecture(),
        "xray": True,
    }


def _copy_of(feature: str) -> Path:
    """A copy to package from, since Chalice writes into the folder it packages."""
    copy = BUILD / "features" / feature
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(FUNCTIONS / feature, copy, ignore=_NOT_SHIPPED)
    (copy / "requirements.txt").touch()
    return copy


def _make_reproducible(package: Path, made: Mapping[str, bytes]) -> None:
    """Drops times and order from a zip, so that its hash changes only with its contents; adds what is made, byte code too."""
    with zipfile.ZipFile(package) as archive:
        names = [name for name in archive.namelist() if not name.endswith(".pyc")]
        contents = {name: archive.read(name) for name in names} | dict(made)
    modules = {name: source for name, source in contents.items() if name.endswith(".py")}
    contents |= dict(bytecode(name, source, _TASK) for name, source in modules.items())
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(contents):
            archive.writestr(_entry(name), contents[name])
    os.utime(package, (0, 0))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _name_of(function: sam.CfnFunction) -> str:
    """`app.publish` is the handler of `publish`; `app.app` that of all the routes."""
    name = str(function.handler).rpartition(".")[2]
    return "api_handler" if name == "app" else name
