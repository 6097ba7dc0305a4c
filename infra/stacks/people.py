"""people: employees, departments, sign-in. Owns the user pool."""

from aws_cdk import CfnDeletionPolicy
from aws_cdk import aws_cognito as cognito

from infra.constructs.function import FeatureFunction
from infra.constructs.sign_in import Federation
from infra.sign_in import FUNCTIONS
from infra.stacks.feature import FeatureStack

_ADD_ACCOUNTS = [
    "cognito-idp:AdminCreateUser",
    "cognito-idp:AdminDeleteUser",
    "cognito-idp:AdminSetUserPassword",
]
_END_SESSIONS = [
    "cognito-idp:AdminDisableUser",
    "cognito-idp:AdminEnableUser",
    "cognito-idp:AdminUserGlobalSignOut",
]
_SIGN_IN = [
    "cognito-idp:AdminInitiateAuth",
    "cognito-idp:AdminRespondToAuthChallenge",
    "cognito-idp:AdminSetUserMFAPreference",
]
_ON_THE_POOL = {
    "api_handler": [*_ADD_ACCOUNTS, *_END_SESSIONS, *_SIGN_IN],
    "bootstrap": _ADD_ACCOUNTS,
    "consume": [*_END_SESSIONS, "cognito-idp:AdminDeleteUser"],
}


class People(FeatureStack):
    """The user pool calls `claims` for each access token, to write the person's rights into it."""

    feature = "people"

    def wire(self) -> None:
        """Makes the user pool and says who may do what with it."""
        claims = self.functions["claims"]
        self.let_read(claims)
        pool = self._user_pool(claims)
        claims.let("cognito-idp.amazonaws.com", pool.attr_arn)
        self.user_pool_id, self.user_pool_client_id = pool.ref, self._client(pool).ref
        self.let_write(self.functions["bootstrap"])
        for name, actions in _ON_THE_POOL.items():
            self.functions[name].allow(actions, pool.attr_arn)
            self.functions[name].set(
                USER_POOL_ID=self.user_pool_id, USER_POOL_CLIENT_ID=self.user_pool_client_id
            )

        self._let_invite(self.functions["consume"])
        if self.stage.sign_in:
            federation = Federation(self, "SignIn", pool, self.stage, self.stage.sign_in)
            for name in FUNCTIONS:
                self.functions[name].set(PROVIDER=self.stage.sign_in.rules())
            self.handler.set(**federation.variables)

    def _let_invite(self, function: FeatureFunction) -> None:
        self.let_send(function)
        function.set(PORTAL_URL=self.stage.portal_url)

    def _user_pool(self, claims: FeatureFunction) -> cognito.CfnUserPool:
        pool = cognito.CfnUserPool(
            self,
            "UserPool",
            user_pool_name=self.stage.resource("people"),
            # The claims trigger's second version, which writes into access tokens, begins at this plan.
            user_pool_tier="ESSENTIALS",
            # A code besides the password for whoever has set up an authenticator; the roles that must are ours to ask.
            mfa_configuration="OPTIONAL",
            enabled_mfas=["SOFTWARE_TOKEN_MFA"],
            admin_create_user_config={"allowAdminCreateUserOnly": True},
            policies={"passwordPolicy": _PASSWORDS},
            lambda_config={
                "preTokenGenerationConfig": {"lambdaArn": claims.arn, "lambdaVersion": "V2_0"}
            },
            deletion_protection="ACTIVE" if self.stage.retain else "INACTIVE",
        )
        if self.stage.retain:
            pool.cfn_options.deletion_policy = CfnDeletionPolicy.RETAIN
            pool.cfn_options.update_replace_policy = CfnDeletionPolicy.RETAIN
        return pool

    def _client(self, pool: cognito.CfnUserPool) -> cognito.CfnUserPoolClient:
        """The portal itself: it signs people in from its own functions, so the flow is the server's."""
        return cognito.CfnUserPoolClient(
            self,
            "Client",
            client_name="portal",
            user_pool_id=pool.ref,
            generate_secret=False,
            explicit_auth_flows=["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
            access_token_validity=15,
            id_token_validity=15,
            refresh_token_validity=30,
            token_validity_units={
                "accessToken": "minutes",
                "idToken": "minutes",
                "refreshToken": "days",
            },
            enable_token_revocation=True,
            prevent_user_existence_errors="ENABLED",
        )


_PASSWORDS = cognito.CfnUserPool.PasswordPolicyProperty(
    minimum_length=12,
    require_lowercase=True,
    require_numbers=True,
    require_symbols=True,
    require_uppercase=True,
    temporary_password_validity_days=7,
)
