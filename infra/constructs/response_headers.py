"""The portal's headers as CloudFront adds them."""

from aws_cdk import Duration
from aws_cdk import aws_cloudfront as cloudfront
from constructs import Construct

from infra.headers import security_headers

_OWN_PLACE = {
    "Content-Security-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
}


def policy(scope: Construct, name: str, uploads: str) -> cloudfront.ResponseHeadersPolicy:
    """The same headers as a policy of CloudFront, which has a place of its own for some of them.

    An answer that sets one itself keeps it. HTTPS is demanded here only: locally there is none.
    """
    strict = security_headers(uploads)
    return cloudfront.ResponseHeadersPolicy(
        scope,
        "Headers",
        response_headers_policy_name=name,
        custom_headers_behavior=cloudfront.ResponseCustomHeadersBehavior(
            custom_headers=[
                cloudfront.ResponseCustomHeader(header=header, value=value, override=False)
                for header, value in strict.items()
                if header not in _OWN_PLACE
            ]
        ),
        security_headers_behavior=_security(strict),
    )


def _security(strict: dict[str, str]) -> cloudfront.ResponseSecurityHeadersBehavior:
    return cloudfront.ResponseSecurityHeadersBehavior(
        content_security_policy=cloudfront.ResponseHeadersContentSecurityPolicy(
            content_security_policy=strict["Content-Security-Policy"], override=False
        ),
        content_type_options=cloudfront.ResponseHeadersContentTypeOptions(override=False),
        frame_options=cloudfront.ResponseHeadersFrameOptions(
            frame_option=cloudfront.HeadersFrameOption[strict["X-Frame-Options"]], override=False
        ),
        referrer_policy=cloudfront.ResponseHeadersReferrerPolicy(
            referrer_policy=cloudfront.HeadersReferrerPolicy[_name(strict["Referrer-Policy"])],
            override=False,
        ),
        strict_transport_security=cloudfront.ResponseHeadersStrictTransportSecurity(
            access_control_max_age=Duration.days(365), include_subdomains=True, override=True
        ),
    )


def _name(value: str) -> str:
    return value.upper().replace("-", "_")
