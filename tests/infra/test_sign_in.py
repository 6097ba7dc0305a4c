"""The company's own provider in the user pool, as the stage names it."""

import json
from typing import Any

import pytest
from infra.sign_in import BadSignInError, SignIn
from tests.infra.cloud import Cloud, Resource
from tests.infra.synthesise import OIDC, SAML

PROVIDER, DOMAIN, CLIENT = (
    f"AWS::Cognito::UserPool{kind}" for kind in ("IdentityProvider", "Domain", "Client")
)


def test_a_stage_without_a_provider_has_nothing_of_it(local: Cloud) -> None:
    """Neither in the user pool nor in what its functions know."""
    assert local.of(PROVIDER, DOMAIN) == []
    assert len(local.of(CLIENT)) == 1
    assert "PROVIDER" not in json.dumps(local.function("people", "api_handler").properties)


def test_an_oidc_provider_is_asked_by_its_issuer(production: Cloud) -> None:
    """Its secret stands in the template by its name alone."""
    (provider,) = production.of(PROVIDER)
    assert provider.properties["ProviderType"] == "OIDC"
    details = provider.properties["ProviderDetails"]
    assert details["oidc_issuer"] == OIDC["issuer"]
    assert details["client_secret"] == (
        "{{resolve:secretsmanager:portal/production/sign-in:SecretString:::}}"
    )
    assert provider.properties["AttributeMapping"]["email_verified"] == "email_verified"


def test_a_saml_provider_is_asked_by_its_metadata(saml: Cloud) -> None:
    """Its attributes are those of the stage where it names them, and AD FS's otherwise."""
    (provider,) = saml.of(PROVIDER)
    assert provider.properties["ProviderType"] == "SAML"
    assert provider.properties["ProviderDetails"] == {"MetadataURL": SAML["metadata_url"]}
    mapping = provider.properties["AttributeMapping"]
    assert mapping["name"] == "displayName"
    assert mapping["email"].endswith("/claims/emailaddress")


def test_the_browser_comes_back_to_the_portal_alone(production: Cloud) -> None:
    """By a code, to the one page, and from this provider only; no password goes this way."""
    client = _bringing(production)
    assert client.properties["AllowedOAuthFlows"] == ["code"]
    assert client.properties["CallbackURLs"] == ["https://portal.example.com/sign-in/callback"]
    assert client.properties["SupportedIdentityProviders"] == ["Keycloak"]
    assert client.properties["ExplicitAuthFlows"] == ["ALLOW_REFRESH_TOKEN_AUTH"]
    assert client.properties["GenerateSecret"] is False
    assert client.body["DependsOn"] == [production.of(PROVIDER)[0].name]


def test_the_functions_know_what_the_stage_says(production: Cloud) -> None:
    """The one that signs people in, where to ask; those that make claims and write letters, the rules."""
    variables = _variables(production, "api_handler")
    assert variables["PROVIDER_CLIENT_ID"] == {"Ref": _bringing(production).name}
    assert json.loads(variables["PROVIDER"])["label"] == {"ru": "Кейклоук", "en": "Keycloak"}
    for function in ("claims", "consume"):
        assert _variables(production, function)["PROVIDER"] == variables["PROVIDER"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"kind": "ldap"}, "neither oidc nor saml"),
        ({"issuer": ""}, "issuer is missing"),
        ({"issuer": "http://id.example.com"}, "no https address"),
        ({"label": {"ru": "Вход"}}, "ru and en"),
        ({"label": {"ru": "<b>", "en": "x"}}, "plain words"),
        ({"newcomers": "owner"}, "newcomers"),
        ({"second_factor": "none"}, "second_factor"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_table_that_cannot_be_is_refused(wrong: dict[str, Any], said: str) -> None:
    """Before anything is deployed, and by the name of what is wrong."""
    with pytest.raises(BadSignInError, match=said):
        SignIn.of({**OIDC, **wrong})


def _bringing(cloud: Cloud) -> Resource:
    return next(c for c in cloud.of(CLIENT) if c.properties["ClientName"] == "sign-in")


def _variables(cloud: Cloud, function: str) -> dict[str, Any]:
    found: dict[str, Any] = cloud.function("people", function).properties["Environment"]
    return dict(found["Variables"])
