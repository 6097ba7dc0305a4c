"""The company's own provider here: what the user pool is to the portal in the cloud, the provider itself is to it."""

from collections.abc import Iterator
from typing import Any

from infra import stage
from infra.local.demo.company import DOMAIN
from infra.local.settings import Settings
from infra.sign_in import FUNCTIONS, SignIn

_FEDERATION = ("AWS::Cognito::UserPoolDomain", "AWS::Cognito::UserPoolIdentityProvider")


def trial(issuer: str) -> SignIn:
    """What a stage would say of a provider at that address: the demo company's, whose newcomers are employees."""
    return SignIn(
        kind="oidc",
        name="Trial",
        domain="trial",
        label={"ru": "учётную запись компании", "en": "your company account"},
        issuer=issuer,
        client_id="portal",
        domains=(DOMAIN,),
        newcomers="employee",
    )


def ask_provider_directly(template: dict[str, Any], settings: Settings) -> bool:
    """Takes the federation out, and tells the functions of people who the provider is; whether that did anything."""
    resources = template["Resources"]
    if not any(found["Type"] == "AWS::Cognito::UserPool" for found in resources.values()):
        return False
    dropped = [name for name, found in resources.items() if _federates(found)]
    for name in dropped:
        del resources[name]
    provider = _provider(settings)
    for variables in _environments(resources):
        _tell(variables, provider)
    return bool(dropped or provider)


def _provider(settings: Settings) -> SignIn | None:
    if settings.sign_in:
        return trial(settings.sign_in)
    named = stage.load(settings.stage).sign_in
    return named if named and named.issuer else None


def _federates(resource: dict[str, Any]) -> bool:
    is_client = resource["Type"] == "AWS::Cognito::UserPoolClient"
    bringing = is_client and resource["Properties"]["ClientName"] == "sign-in"
    return bringing or resource["Type"] in _FEDERATION


def _environments(resources: dict[str, Any]) -> Iterator[dict[str, Any]]:
    names = tuple(f"-people-{name.replace('_', '-')}" for name in FUNCTIONS)
    for found in resources.values():
        is_function = found["Type"] == "AWS::Serverless::Function"
        if is_function and found["Properties"]["FunctionName"].endswith(names):
            yield found["Properties"]["Environment"]["Variables"]


def _tell(variables: dict[str, Any], provider: SignIn | None) -> None:
    for name in ("PROVIDER", "PROVIDER_ISSUER", "PROVIDER_CLIENT_ID", "PROVIDER_NAME"):
        variables.pop(name, None)
    if provider:
        variables |= {
            "PROVIDER": provider.rules(),
            "PROVIDER_ISSUER": provider.issuer,
            "PROVIDER_CLIENT_ID": provider.client_id,
        }
