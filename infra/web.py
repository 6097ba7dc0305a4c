"""The web client's files, and how they come to the edge: `python -m infra.web <stage>`."""

import mimetypes
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from infra.clients import Clients, of_stage
from infra.paths import BUILD, OPENAPI

BUILT = BUILD / "web"
"""What `make web` makes and `/` shows."""

_NEVER_CHANGES = "public, max-age=31536000, immutable"
_MAY_CHANGE = "no-cache"


def files(source: Path, description: Path) -> Iterator[tuple[str, Path]]:
    """Each key of the bucket with its file; pages come last, since they name all the rest."""
    found = sorted(path for path in source.rglob("*") if path.is_file())
    yield "api/openapi.json", description
    for path in sorted(found, key=lambda path: path.suffix == ".html"):
        yield path.relative_to(source).as_posix(), path


def upload(clients: Clients, stage: str, source: Path, description: Path) -> list[str]:
    """Puts the files into the edge's bucket and has CloudFront forget the old ones; the keys.

    What is there already stays: a page that somebody has open goes on finding its files.
    """
    edge = _outputs(clients, f"portal-{stage}-edge")
    keys = []
    for key, path in files(source, description):
        clients("s3").put_object(
            Bucket=edge["WebBucket"],
            Key=key,
            Body=path.read_bytes(),
            ContentType=_kind(path),
            CacheControl=_NEVER_CHANGES if key.startswith("assets/") else _MAY_CHANGE,
        )
        keys.append(key)
    clients("cloudfront").create_invalidation(
        DistributionId=edge["DistributionId"],
        InvalidationBatch={
            "Paths": {"Quantity": 1, "Items": ["/*"]},
            "CallerReference": str(time.time_ns()),
        },
    )
    return keys


def _outputs(clients: Clients, stack: str) -> dict[str, str]:
    found = clients("cloudformation").describe_stacks(StackName=stack)["Stacks"][0]["Outputs"]
    return {output["OutputKey"]: output["OutputValue"] for output in found}


def _kind(path: Path) -> str:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


if __name__ == "__main__":
    stored = upload(of_stage(sys.argv[1]), sys.argv[1], BUILT, OPENAPI)
    print(f"{len(stored)} files are at the edge.")
