"""Signing in through the company's own provider: the user pool asks it, and the portal asks the user pool."""

from collections.abc import Mapping

from aws_cdk import Aws, Fn, SecretValue
from aws_cdk import aws_cognito as cognito
from constructs import Construct

from infra.sign_in import SignIn
from infra.stage import Stage

CALLBACK = "/sign-in/callback"
"""The page of the web client to which the browser comes back."""

_SAML = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims"
_ATTRIBUTES: Mapping[str, Mapping[str, str]] = {
    "oidc": {"email": "email", "email_verified": "email_verified", "name": "name"},
    "saml": {"email": f"{_SAML}/emailaddress", "name": f"{_SAML}/name"},
}


class Federation(Construct):
    """The provider in the user pool, and a client of the pool that does nothing but bring people from it.

    To the portal the user pool is one more OIDC issuer, whatever kind the provider is of. The tokens of this client
    carry no rights: the portal looks who it is, and gives tokens of its own.

    Source: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html
    """

    def __init__(
        self, scope: Construct, name: str, pool: cognito.CfnUserPool, stage: Stage, sign_in: SignIn
    ) -> None:
        super().__init__(scope, name)
        self._pool = pool
        self._sign_in = sign_in
        cognito.CfnUserPoolDomain(self, "Domain", user_pool_id=pool.ref, domain=sign_in.domain)
        client = self._client(f"{stage.portal_url}{CALLBACK}")
        client.add_dependency(self._provider())
        self.variables = self._variables(client)

    def _variables(self, client: cognito.CfnUserPoolClient) -> dict[str, str]:
        issuer = ["https://cognito-idp.", Aws.REGION, ".amazonaws.com/", self._pool.ref]
        return {
            "PROVIDER_ISSUER": Fn.join("", issuer),
            "PROVIDER_CLIENT_ID": client.ref,
            "PROVIDER_NAME": self._sign_in.name,
        }

    def _provider(self) -> cognito.CfnUserPoolIdentityProvider:
        return cognito.CfnUserPoolIdentityProvider(
            self,
            "Provider",
            user_pool_id=self._pool.ref,
            provider_name=self._sign_in.name,
            provider_type=self._sign_in.kind.upper(),
            provider_details=self._details(),
            attribute_mapping={**_ATTRIBUTES[self._sign_in.kind], **self._sign_in.attributes},
        )

    def _details(self) -> dict[str, str]:
        if self._sign_in.kind == "saml":
            return {"MetadataURL": self._sign_in.metadata_url}
        details = {
            "oidc_issuer": self._sign_in.issuer,
            "client_id": self._sign_in.client_id,
            "authorize_scopes": "openid email profile",
            "attributes_request_method": "GET",
        }
        if self._sign_in.secret:
            # CloudFormation reads it while it deploys; the template has the name alone.
            secret = SecretValue.secrets_manager(self._sign_in.secret)
            details["client_secret"] = secret.unsafe_unwrap()
        return details

    def _client(self, callback: str) -> cognito.CfnUserPoolClient:
        """It has no secret: each sign-in proves by PKCE that it ends where it began."""
        return cognito.CfnUserPoolClient(
            self,
            "Client",
            client_name="sign-in",
            user_pool_id=self._pool.ref,
            generate_secret=False,
            allowed_o_auth_flows_user_pool_client=True,
            allowed_o_auth_flows=["code"],
            allowed_o_auth_scopes=["openid", "email", "profile"],
            callback_ur_ls=[callback],
            supported_identity_providers=[self._sign_in.name],
            explicit_auth_flows=["ALLOW_REFRESH_TOKEN_AUTH"],
            access_token_validity=5,
            id_token_validity=5,
            refresh_token_validity=1,
            token_validity_units={
                "accessToken": "minutes",
                "idToken": "minutes",
                "refreshToken": "hours",
            },
            enable_token_revocation=True,
            prevent_user_existence_errors="ENABLED",
        )
