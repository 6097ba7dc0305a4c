"""cfn-lint and cdk-nag."""

import json

import pytest
from cfnlint.api import lint
from cfnlint.config import ManualArgs
from infra import nag
from tests.infra.cloud import Cloud
from tests.infra.synthesise import REPORT
from tests.support.source import features

STACKS = (*features(), "edge", "foundation")


@pytest.fixture(scope="module")
def findings(production: Cloud) -> list[nag.Finding]:
    report = json.loads((production.folder / REPORT).read_text(encoding="utf-8"))
    return [
        nag.Finding(violation["ruleName"], construct["constructPath"])
        for plugin in report["pluginReports"]
        for violation in plugin["violations"]
        for construct in violation["violatingConstructs"]
    ]


@pytest.mark.parametrize("stack", STACKS)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_cloudformation_takes_the_template(production: Cloud, stack: str) -> None:
    """cfn-lint knows no fault of it; the emulator would not tell."""
    text = json.dumps(production.templates[stack])
    assert lint(text, config=ManualArgs(regions=["eu-central-1"])) == []


def test_every_finding_is_explained(findings: list[nag.Finding]) -> None:
    """Whatever cdk-nag finds is mended, or accepted in one place with its reason."""
    assert findings
    assert nag.unexplained(findings) == []


def test_no_explanation_outlives_its_finding(findings: list[nag.Finding]) -> None:
    """A reason for something that is no longer so would hide the next finding."""
    assert nag.outlived(findings) == []
    assert all(len(accepted.why.split()) > 5 for accepted in nag.ACCEPTED)
