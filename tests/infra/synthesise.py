"""Synthesises the stages that the tests look at: `python -m tests.infra.synthesise <folder>`."""

import json
import sys
from pathlib import Path

import infra  # noqa: F401  # says where Node is before the CDK is imported
from aws_cdk import Validations
from cdk_nag import AwsSolutionsChecks
from infra import app, stage

CERTIFICATE = "arn:aws:acm:us-east-1:111111111111:certificate/11111111-2222-3333-4444-555555555555"
REPORT = "validation-report.json"


def main(folder: Path) -> None:
    """Production with cdk-nag's findings beside it, and the local stage as it is."""
    app.build(stage.load("local"), folder / "local").synth()
    production = app.build(
        stage.load("production", certificate_arn=CERTIFICATE), folder / "production"
    )
    Validations.of(production).add_plugins(AwsSolutionsChecks(production))
    try:
        production.synth()
    except RuntimeError:
        # Findings end the synthesis, once everything is written.
        json.loads((folder / "production" / REPORT).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
