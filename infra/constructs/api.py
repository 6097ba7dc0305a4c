"""What every feature's REST API has beyond its routes."""

import json

from aws_cdk import ArnFormat, Aws, Fn, RemovalPolicy, Stack
from aws_cdk import aws_logs as logs
from aws_cdk import aws_sam as sam
from constructs import Construct

from infra import gateway
from infra.constructs.function import retention
from infra.stage import Stage

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
        "GatewayResponses": _responses(),
    }
    for key, value in overrides.items():
        api.add_property_override(key, value)


def _responses() -> dict[str, object]:
    named: dict[str, object] = {
        k: _response(title, status) for k, (status, title) in gateway.PROBLEMS.items()
    }
    return named | {kind: _response(title) for kind, title in gateway.DEFAULTS.items()}


def _response(title: str, status: int | None = None) -> dict[str, object]:
    response: dict[str, object] = {
        "ResponseParameters": {"Headers": {"Content-Type": "'application/problem+json'"}},
        "ResponseTemplates": {"application/json": json.dumps(gateway.problem(title, status))},
    }
    return response if status is None else {**response, "StatusCode": str(status)}
