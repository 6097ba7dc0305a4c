"""A function as it is deployed: its zip and its layers, unpacked where nothing else is."""

import json
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import files
from pathlib import Path
from typing import Any

from tests.infra.cloud import Cloud, Resource

_RUNTIME = ("awslambdaric", "simplejson", "snapshot-restore-py")
"""What Lambda's own image has besides Python and, in the cloud alone, a boto3 of its own."""


@dataclass(frozen=True)
class Package:
    """The folders from which a function imports, in Lambda's order, and what its template says."""

    handler: str
    variables: Mapping[str, Any]
    task: Path
    path: tuple[Path, ...]


class Packages:
    """The functions of one feature, unpacked into `folder`."""

    def __init__(self, cloud: Cloud, feature: str, folder: Path) -> None:
        self._cloud, self._feature, self._folder = cloud, feature, folder
        assets = cloud.folder / f"portal-{cloud.stage}-{feature}.assets.json"
        self._assets = json.loads(assets.read_text(encoding="utf-8"))["files"]

    def of(self, name: str) -> Package:
        """The function by its name in `app.py`."""
        properties = self._cloud.function(self._feature, name).properties
        task = self._unpacked(properties["CodeUri"]["Key"])
        layers = [self._layer(reference["Ref"]) for reference in properties["Layers"]]
        return Package(
            properties["Handler"],
            properties["Environment"]["Variables"],
            task,
            # A later layer is laid over an earlier one.
            (task, *(layer / "python" for layer in reversed(layers)), self._runtime()),
        )

    def _layer(self, name: str) -> Path:
        layers = self._cloud.of("AWS::Lambda::LayerVersion", stack=self._feature)
        layer: Resource = next(each for each in layers if each.name == name)
        return self._unpacked(layer.properties["Content"]["S3Key"])

    def _unpacked(self, key: str) -> Path:
        source = self._assets[key.removesuffix(".zip")]["source"]["path"]
        target, source = self._folder / key.removesuffix(".zip"), self._cloud.folder / source
        if target.exists():
            return target
        if source.is_dir():
            # A layer of a hundred megabytes is the same whether it is copied or not.
            target.symlink_to(source)
        else:
            zipfile.ZipFile(source).extractall(target)
        return target

    def _runtime(self) -> Path:
        target = self._folder / "runtime"
        if not target.exists():
            for file in (file for package in _RUNTIME for file in files(package) or ()):
                place = target / str(file)
                if ".." not in file.parts:
                    place.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(Path(file.locate()), place)
        return target
