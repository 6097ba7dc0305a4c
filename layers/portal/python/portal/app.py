"""One feature as a Chalice app: the routes it declares, served with its own service."""

import os
from collections.abc import Callable
from functools import cache
from typing import Any

from chalice.app import Chalice, Response

from portal import dispatch
from portal.idempotency import once
from portal.identity import Verifier
from portal.places import Place, places
from portal.revocations import Revocations
from portal.settings import Settings

MakeService = Callable[[Settings], Any]


def create_app(feature: str, make_service: MakeService) -> Chalice:
    """A Chalice app whose REST functions are the routes of ``chalicelib.<feature>.routes``.

    Nothing but their places is known until the first request, and the service is made then: the packager imports every
    app, and has no table.
    """
    app = Chalice(app_name=feature, configure_logs=False)
    app.api.binary_types = []
    service = cache(lambda: make_service(Settings()))
    for place in places(feature):
        _register(app, place, service)
    return app


def _register(app: Chalice, place: Place, service: Callable[[], Any]) -> None:
    def view(**_: str) -> Response:
        return dispatch.serve(place.route(), service, _verifier, app.current_request, once)

    app.route(place.path, methods=[place.method], name=place.name, content_types=["*/*"])(view)


@cache
def _verifier() -> Verifier:
    from jwt import PyJWKClient  # noqa: PLC0415  # consumers have no use for it, and it takes a tenth of their start

    settings = Settings()
    pool_id = settings["USER_POOL_ID"]
    region = settings["AWS_REGION"]
    issuer = f"https://cognito-idp.{region}.amazonaws.com/{pool_id}"
    return Verifier(
        issuer=issuer,
        client_id=settings["USER_POOL_CLIENT_ID"],
        keys=PyJWKClient(f"{_cognito_endpoint(region)}/{pool_id}/.well-known/jwks.json", timeout=5),
        revoked=Revocations(settings["TABLE_NAME"]).of,
    )


def _cognito_endpoint(region: str) -> str:
    """The endpoint that the AWS SDKs would use.

    Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
    """
    own = os.environ.get("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER")
    shared = os.environ.get("AWS_ENDPOINT_URL")
    return own or shared or f"https://cognito-idp.{region}.amazonaws.com"
