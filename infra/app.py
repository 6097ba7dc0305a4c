"""The CDK app: one foundation, a stack a feature, the edge."""

import os
from pathlib import Path

from aws_cdk import App, Tags

from infra import dependencies, features, openapi
from infra.lock import exclusive
from infra.paths import BUILD, LOCAL
from infra.stacks.edge import Edge
from infra.stacks.feature import FeatureStack
from infra.stacks.foundation import Foundation
from infra.stage import Stage, load


def build(stage: Stage, outdir: Path | None = None) -> App:
    """Every stack of a stage, not yet synthesised."""
    with exclusive(BUILD / "lock"):
        return _built(stage, outdir)


def _built(stage: Stage, outdir: Path | None) -> App:
    app = App(outdir=str(outdir) if outdir else None, analytics_reporting=False)
    Tags.of(app).add("portal", stage.name)
    foundation = Foundation(app, stage)
    layer = dependencies.layer()
    stacks: dict[str, FeatureStack] = {}
    for feature in features.present():
        stack = feature(app, stage, layer, dict(stacks))
        stack.add_stack_dependency(foundation)
        stacks[feature.feature] = stack
    Edge(app, stage, stacks)
    openapi.write(stacks)
    return app


if __name__ == "__main__":
    named = os.environ.get("STAGE", "local")
    build(load(named), LOCAL / "cdk.out" / named).synth()
