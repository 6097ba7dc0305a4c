"""A DynamoDB table read from the feature's PynamoDB model, the one description of it."""

import importlib
from collections.abc import Mapping
from typing import Any

from aws_cdk import RemovalPolicy
from aws_cdk import aws_dynamodb as dynamodb
from constructs import Construct

from infra.constructs.isolation import AT_IMPORT, isolated
from infra.paths import FUNCTIONS
from infra.stage import Stage

TTL_ATTRIBUTE = "expires_at"
_ROLES = {"HASH": "partition_key", "RANGE": "sort_key"}
_TYPES = {
    "S": dynamodb.AttributeType.STRING,
    "N": dynamodb.AttributeType.NUMBER,
    "B": dynamodb.AttributeType.BINARY,
}


def feature_table(scope: Construct, feature: str, stage: Stage) -> dynamodb.Table:
    """The table of a feature: keys, indexes and projections as `store.TABLE` declares them."""
    schema = _schema_of(feature)
    types = {a["AttributeName"]: a["AttributeType"] for a in schema["attribute_definitions"]}
    table = dynamodb.Table(
        scope,
        "Table",
        table_name=stage.resource(feature),
        **_keys(schema, types),
        billing_mode=dynamodb.BillingMode.PAY_PER_REQUEST,
        point_in_time_recovery_specification=dynamodb.PointInTimeRecoverySpecification(
            point_in_time_recovery_enabled=True
        ),
        encryption=dynamodb.TableEncryption.AWS_MANAGED,
        stream=dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
        time_to_live_attribute=TTL_ATTRIBUTE,
        deletion_protection=stage.retain,
        removal_policy=RemovalPolicy.RETAIN if stage.retain else RemovalPolicy.DESTROY,
    )
    for index in schema["global_secondary_indexes"]:
        table.add_global_secondary_index(
            index_name=index["index_name"], **_keys(index, types), **_projection(index)
        )
    return table


def index_names(feature: str) -> list[str]:
    """The names of the table's indexes."""
    return [index["index_name"] for index in _schema_of(feature)["global_secondary_indexes"]]


def _schema_of(feature: str) -> Mapping[str, Any]:
    with isolated(FUNCTIONS / feature, AT_IMPORT):
        table = importlib.import_module(f"chalicelib.{feature}.store").TABLE
        # PynamoDB writes this schema into CreateTable.
        schema: Mapping[str, Any] = table._get_schema()  # noqa: SLF001  # it has no public name
    return schema


def _keys(schema: Mapping[str, Any], types: Mapping[str, str]) -> dict[str, Any]:
    return {
        _ROLES[key["KeyType"]]: dynamodb.Attribute(
            name=key["AttributeName"], type=_TYPES[types[key["AttributeName"]]]
        )
        for key in schema["key_schema"]
    }


def _projection(index: Mapping[str, Any]) -> dict[str, Any]:
    projection = index["projection"]
    return {
        "projection_type": dynamodb.ProjectionType(projection["ProjectionType"]),
        "non_key_attributes": projection.get("NonKeyAttributes"),
    }
