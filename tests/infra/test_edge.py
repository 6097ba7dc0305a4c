"""One origin: the client's files and every feature's API behind CloudFront, and the gateway's own answers."""

import json
from typing import Any

import pytest
from infra import gateway
from infra.headers import security_headers
from tests.infra.cloud import Cloud
from tests.support.source import features

NO_CACHE = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
"""CloudFront's managed policy CachingDisabled."""


@pytest.fixture
def distribution(production: Cloud) -> dict[str, Any]:
    (found,) = production.of("AWS::CloudFront::Distribution")
    config: dict[str, Any] = found.properties["DistributionConfig"]
    return config


def test_every_feature_has_its_path(distribution: dict[str, Any]) -> None:
    """Health goes first; a feature's list is at its bare name, so its pattern ends without a slash."""
    patterns = [b["PathPattern"] for b in distribution["CacheBehaviors"]]
    assert patterns[0] == "/api/health"
    assert set(patterns[1:]) == {f"/api/{feature}*" for feature in features()}


def test_no_feature_s_path_begins_another_s() -> None:
    """Otherwise the pattern without a slash would send one feature's calls to the other."""
    names = features()
    assert not [(a, b) for a in names for b in names if a != b and b.startswith(a)]


def test_no_answer_of_an_api_is_kept_at_the_edge(distribution: dict[str, Any]) -> None:
    """Every method passes, over HTTPS only, and nothing is cached."""
    for behaviour in distribution["CacheBehaviors"]:
        assert behaviour["CachePolicyId"] == NO_CACHE
        assert behaviour["ViewerProtocolPolicy"] == "https-only"
        assert {"POST", "PATCH", "PUT", "DELETE"} <= set(behaviour["AllowedMethods"])


def test_the_path_goes_to_the_api_as_it_came(distribution: dict[str, Any]) -> None:
    """The stage is named `api` and the routes begin with the feature's name: no origin has a path."""
    assert all(not origin.get("OriginPath") for origin in distribution["Origins"])


def test_the_files_are_read_through_the_edge_only(
    production: Cloud, distribution: dict[str, Any]
) -> None:
    """Origin access control signs, and the bucket believes this one distribution."""
    files = next(o for o in distribution["Origins"] if "S3OriginConfig" in o)
    assert files["OriginAccessControlId"]
    (policy,) = production.of("AWS::S3::BucketPolicy", stack="edge")
    allowed = [
        s for s in policy.properties["PolicyDocument"]["Statement"] if s["Effect"] == "Allow"
    ]
    assert [s["Principal"] for s in allowed] == [{"Service": "cloudfront.amazonaws.com"}]
    assert "Distribution" in json.dumps(allowed[0]["Condition"])


def test_the_edge_adds_the_headers_of_the_local_proxy(production: Cloud) -> None:
    """The two runtimes differ in the uploads' origin and in HSTS alone."""
    (policy,) = production.of("AWS::CloudFront::ResponseHeadersPolicy")
    text = json.dumps(policy.properties["ResponseHeadersPolicyConfig"])
    for header, value in security_headers("UPLOADS").items():
        for part in value.split(" UPLOADS"):
            assert part.removesuffix("UPLOADS") in text or part == "nosniff", header
    assert "'unsafe-eval'" not in text
    assert "StrictTransportSecurity" in text


def test_every_answer_bears_them(distribution: dict[str, Any]) -> None:
    """Pages, files and APIs alike."""
    behaviours = [distribution["DefaultCacheBehavior"], *distribution["CacheBehaviors"]]
    assert all(b["ResponseHeadersPolicyId"] for b in behaviours)


@pytest.mark.parametrize("feature", features())
def test_the_gateway_speaks_as_the_portal_does(production: Cloud, feature: str) -> None:
    """What never reaches our code is a problem answer too, and an unknown path is 404."""
    (api,) = production.of("AWS::Serverless::Api", stack=feature)
    responses = api.properties["GatewayResponses"]
    assert set(responses) == {*gateway.PROBLEMS, *gateway.DEFAULTS}
    for response in responses.values():
        kind = response["ResponseParameters"]["Headers"]["Content-Type"]
        assert kind == "'application/problem+json'"
        assert json.loads(response["ResponseTemplates"]["application/json"])["title"]
    assert responses["MISSING_AUTHENTICATION_TOKEN"]["StatusCode"] == "404"


@pytest.mark.parametrize("feature", features())
def test_every_api_is_logged_and_bounded(production: Cloud, feature: str) -> None:
    """A stage named `api` with access logs and a limit of its rate."""
    (api,) = production.of("AWS::Serverless::Api", stack=feature)
    assert api.properties["StageName"] == "api"
    assert api.properties["AccessLogSetting"]["DestinationArn"]
    assert api.properties["MethodSettings"][0]["ThrottlingRateLimit"] > 0
