"""The edge: one origin for the web client's files and for every feature's API."""

from collections.abc import Iterable, Mapping
from typing import Protocol, runtime_checkable
from urllib.parse import urlsplit

from aws_cdk import App, Aws, CfnOutput, Duration, Fn, Stack
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_s3 as s3

from infra.constructs.bucket import private_bucket
from infra.constructs.response_headers import policy
from infra.paths import ROOT
from infra.stacks.feature import FeatureStack
from infra.stage import Stage

_FUNCTIONS = ROOT / "infra" / "edge"
_HTTPS_ONLY = cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS


@runtime_checkable
class KeepsFiles(Protocol):
    """A feature to whose bucket browsers go by presigned addresses."""

    bucket: s3.Bucket


class Edge(Stack):
    """CloudFront before a private bucket and the features' APIs. `make deploy` puts the files there."""

    def __init__(self, app: App, stage: Stage, features: Mapping[str, FeatureStack]) -> None:
        super().__init__(app, stage.resource("edge"))
        self._stage = stage
        self._headers = self._response_headers(features.values())
        self._apis = {name: self._api(feature) for name, feature in features.items()}
        files = private_bucket(self, "Web", stage=stage)
        distribution = self._distribution(files)
        CfnOutput(self, "WebBucket", value=files.bucket_name)
        CfnOutput(self, "DistributionId", value=distribution.distribution_id)
        CfnOutput(self, "DistributionDomain", value=distribution.distribution_domain_name)

    def _distribution(self, files: s3.Bucket) -> cloudfront.Distribution:
        certificate = self._stage.certificate_arn
        return cloudfront.Distribution(
            self,
            "Distribution",
            comment=self._stage.resource(),
            default_root_object="index.html",
            default_behavior=self._pages(files),
            additional_behaviors=self._behaviours(),
            http_version=cloudfront.HttpVersion.HTTP2_AND_3,
            minimum_protocol_version=cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
            price_class=cloudfront.PriceClass.PRICE_CLASS_100,
            domain_names=[str(urlsplit(self._stage.portal_url).hostname)] if certificate else None,
            certificate=acm.Certificate.from_certificate_arn(self, "Certificate", certificate)
            if certificate
            else None,
        )

    def _behaviours(self) -> dict[str, cloudfront.BehaviorOptions]:
        """A feature's lists are at `/api/<feature>` itself, so the pattern has no slash behind it."""
        behaviours = {f"/api/{name}*": self._calls(api) for name, api in self._apis.items()}
        return {"/api/health": self._calls(self._apis["people"], "health"), **behaviours}

    def _pages(self, files: s3.Bucket) -> cloudfront.BehaviorOptions:
        """Who may list the bucket is told 404 of a file that is not there; otherwise it would be 403."""
        may = [cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST]
        return cloudfront.BehaviorOptions(
            origin=origins.S3BucketOrigin.with_origin_access_control(
                files, origin_access_levels=may
            ),
            viewer_protocol_policy=_HTTPS_ONLY,
            cache_policy=cloudfront.CachePolicy.CACHING_OPTIMIZED,
            compress=True,
            response_headers_policy=self._headers,
            function_associations=[self._at_request("pages")],
        )

    def _calls(
        self, api: origins.HttpOrigin, function: str | None = None
    ) -> cloudfront.BehaviorOptions:
        return cloudfront.BehaviorOptions(
            origin=api,
            viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
            allowed_methods=cloudfront.AllowedMethods.ALLOW_ALL,
            cache_policy=cloudfront.CachePolicy.CACHING_DISABLED,
            origin_request_policy=cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
            response_headers_policy=self._headers,
            function_associations=[self._at_request(function)] if function else None,
        )

    def _at_request(self, name: str) -> cloudfront.FunctionAssociation:
        function = cloudfront.Function(
            self,
            name.title(),
            function_name=self._stage.resource("edge", name),
            code=cloudfront.FunctionCode.from_file(file_path=str(_FUNCTIONS / f"{name}.js")),
            runtime=cloudfront.FunctionRuntime.JS_2_0,
        )
        return cloudfront.FunctionAssociation(
            function=function, event_type=cloudfront.FunctionEventType.VIEWER_REQUEST
        )

    def _api(self, feature: FeatureStack) -> origins.HttpOrigin:
        """Its stage is named `api` and its routes begin with its name: the path goes on as it came."""
        parts = [feature.chalice.api.ref, ".execute-api.", Aws.REGION, ".", Aws.URL_SUFFIX]
        return origins.HttpOrigin(
            Fn.join("", parts),
            protocol_policy=cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
            read_timeout=Duration.seconds(30),
        )

    def _response_headers(
        self, features: Iterable[FeatureStack]
    ) -> cloudfront.ResponseHeadersPolicy:
        buckets = [f.bucket for f in features if isinstance(f, KeepsFiles)]
        uploads = " ".join(f"https://{bucket.bucket_regional_domain_name}" for bucket in buckets)
        return policy(self, self._stage.resource("headers"), uploads)
