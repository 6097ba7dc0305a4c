"""Synthesises the stages that the tests look at: `python -m tests.infra.synthesise <folder>`."""

import json
import sys
from pathlib import Path

import infra  # noqa: F401  # says where Node is before the CDK is imported
from aws_cdk import App, Stack, Validations
from aws_cdk import aws_cognito as cognito
from cdk_nag import AwsSolutionsChecks
from infra import app, stage
from infra.constructs.sign_in import Federation
from infra.sign_in import SignIn

CERTIFICATE = "arn:aws:acm:us-east-1:111111111111:certificate/11111111-2222-3333-4444-555555555555"
REPORT = "validation-report.json"
_EITHER = {"domain": "example-portal", "label": {"ru": "Кейклоук", "en": "Keycloak"}}
OIDC = {
    **_EITHER,
    "kind": "oidc",
    "name": "Keycloak",
    "issuer": "https://id.example.com/realms/company",
    "client_id": "portal",
    "secret": "portal/production/sign-in",
}
SAML = {
    **_EITHER,
    "kind": "saml",
    "name": "ADFS",
    "metadata_url": "https://fs.example.com/FederationMetadata/2007-06/FederationMetadata.xml",
    "attributes": {"name": "displayName"},
}


def main(folder: Path) -> None:
    """Production with cdk-nag's findings beside it, the local stage as it is, and a provider of the other kind."""
    app.build(stage.load("local"), folder / "local").synth()
    _saml(folder / "saml")
    named = stage.load("production", certificate_arn=CERTIFICATE, sign_in=OIDC)
    production = app.build(named, folder / "production")
    Validations.of(production).add_plugins(AwsSolutionsChecks(production))
    try:
        production.synth()
    except RuntimeError:
        # Findings end the synthesis, once everything is written.
        json.loads((folder / "production" / REPORT).read_text(encoding="utf-8"))


def _saml(folder: Path) -> None:
    """The provider alone: all the rest is as it is with one of OIDC."""
    named = stage.load("production", sign_in=SAML)
    stack = Stack(
        made := App(outdir=str(folder), analytics_reporting=False), named.resource("people")
    )
    pool = cognito.CfnUserPool(stack, "UserPool")
    Federation(stack, "SignIn", pool, named, SignIn(**SAML))  # type: ignore[arg-type]  # as the table has them
    made.synth()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
