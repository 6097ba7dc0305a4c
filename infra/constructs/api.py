"""What every feature's REST API has beyond its routes."""

import json

from aws_cdk import ArnFormat, Aws, Fn, RemovalPolicy, Stack
from aws_cdk import aws_logs as logs
from aws_cdk import aws_sam as sam
from constructs import Construct

from infra.constructs.function import retention
from infra.stage import Stage

_PROBLEMS = {
    "DEFAULT_4XX": (400, "The request could not be understood"),
    "DEFAULT_5XX": (500, "The portal failed to answer"),
    "ACCESS_DENIED": (404, "There is nothing at this address"),
    "INTEGRATION_FAILURE": (502, "The portal failed to answer"),
    "INTEGRATION_TIMEOUT": (504, "The portal took too long to answer"),
    "MISSING_AUTHENTICATION_TOKEN": (404, "There is nothing at this address"),
    "REQUEST_TOO_LARGE": (413, "The request is too large"),
    "RESOURCE_NOT_FOUND": (404, "There is nothing at this address"),
    "THROTTLED": (429, "Too many requests: try again in a moment"),
    "UNSUPPORTED_MEDIA_TYPE": (415, "The request's media type is not supported"),
}
_ACCESS_LOG = {
    "id": "$context.requestId",
    "ip": "$context.identity.sourceIp",
    "method": "$context.httpMethod",
    "path": "$context.path",
    "status": "$context.status",
    "ms": "$context.responseLatency",
    "error": "$context.error.message",
}


def address(api: sam.CfnApi) -> str:
    """The base URL under which the feature's own paths begin."""
    return Fn.join(
        "", ["https://", api.ref, ".execute-api.", Aws.REGION, ".", Aws.URL_SUFFIX, "/api"]
    )


def configure(scope: Construct, api: sam.CfnApi, *, name: str, stage: Stage) -> None:
    """Names the API, logs its requests, bounds their rate and gives its own errors our form."""
    log_group = logs.LogGroup(
        scope,
        "AccessLogs",
        log_group_name=f"/aws/apigateway/{name}",
        retention=retention(stage),
        removal_policy=RemovalPolicy.RETAIN if stage.retain else RemovalPolicy.DESTROY,
    )
    overrides = {
        "Name": name,
        "TracingEnabled": True,
        "MinimumCompressionSize": 1024,
        "AccessLogSetting": {
            "DestinationArn": Stack.of(scope).format_arn(
                service="logs",
                resource="log-group",
                resource_name=log_group.log_group_name,
                arn_format=ArnFormat.COLON_RESOURCE_NAME,
            ),
            "Format": json.dumps(_ACCESS_LOG),
        },
        "MethodSettings": [
            {
                "HttpMethod": "*",
                "ResourcePath": "/*",
                "ThrottlingRateLimit": 100,
                "ThrottlingBurstLimit": 200,
                "MetricsEnabled": True,
            }
        ],
        "GatewayResponses": {kind: _response(*problem) for kind, problem in _PROBLEMS.items()},
    }
    for key, value in overrides.items():
        api.add_property_override(key, value)


def problem(status: int, title: str) -> dict[str, str | int]:
    """A problem answer of RFC 9457 as the gateway gives it."""
    return {"type": "about:blank", "title": title, "status": status}


def _response(status: int, title: str) -> dict[str, object]:
    return {
        "StatusCode": str(status),
        "ResponseParameters": {"Headers": {"Content-Type": "'application/problem+json'"}},
        "ResponseTemplates": {"application/json": json.dumps(problem(status, title))},
    }
