"""Passwords and tokens in a Cognito user pool, under the person's id as the user name."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal

import boto3
from botocore.config import Config

from chalicelib.people.service.ports import Tokens
from portal.errors import InvalidError, TooManyRequestsError, UnauthenticatedError

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp.type_defs import AdminInitiateAuthResponseTypeDef

_Flow = Literal["ADMIN_USER_PASSWORD_AUTH", "REFRESH_TOKEN_AUTH"]


class CognitoAccounts:
    """The user pool's accounts.

    Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminInitiateAuth.html
    """

    def __init__(self, pool_id: str, client_id: str) -> None:
        self._pool = pool_id
        self._client_id = client_id
        self._cognito = boto3.client("cognito-idp", config=Config(retries={"mode": "standard"}))

    def create(self, person_id: str, password: str) -> None:
        """Adds the account, or gives the one that exists a new password."""
        errors = self._cognito.exceptions
        with suppress(errors.UsernameExistsException):
            self._cognito.admin_create_user(
                UserPoolId=self._pool, Username=person_id, MessageAction="SUPPRESS"
            )
        try:
            self._cognito.admin_set_user_password(
                UserPoolId=self._pool, Username=person_id, Password=password, Permanent=True
            )
        except errors.InvalidPasswordException as error:
            raise InvalidError.at(
                "/password", "The user pool refuses this password. Take a longer one."
            ) from error

    def remove(self, person_id: str) -> None:
        """Removes the account, if there is one."""
        self._if_there(self._cognito.admin_delete_user, person_id)

    def close(self, person_id: str) -> None:
        """Ends all sessions, and lets nobody in until `reopen`."""
        self._if_there(self._cognito.admin_disable_user, person_id)
        self._if_there(self._cognito.admin_user_global_sign_out, person_id)

    def reopen(self, person_id: str) -> None:
        """Undoes `close`."""
        self._if_there(self._cognito.admin_enable_user, person_id)

    def end_sessions(self, person_id: str) -> None:
        """Ends all sessions, and leaves the account open."""
        self._if_there(self._cognito.admin_user_global_sign_out, person_id)

    def sign_in(self, person_id: str, password: str) -> Tokens:
        """Tokens for a password."""
        return self._initiate("ADMIN_USER_PASSWORD_AUTH", USERNAME=person_id, PASSWORD=password)

    def refresh(self, refresh_token: str) -> Tokens:
        """Tokens for a session that goes on."""
        return self._initiate("REFRESH_TOKEN_AUTH", REFRESH_TOKEN=refresh_token)

    def revoke(self, refresh_token: str) -> None:
        """Ends one session."""
        errors = self._cognito.exceptions
        with suppress(errors.InvalidParameterException, errors.UnauthorizedException):
            self._cognito.revoke_token(Token=refresh_token, ClientId=self._client_id)

    def _initiate(self, flow: _Flow, **parameters: str) -> Tokens:
        errors = self._cognito.exceptions
        try:
            answer = self._cognito.admin_initiate_auth(
                UserPoolId=self._pool,
                ClientId=self._client_id,
                AuthFlow=flow,
                AuthParameters=parameters,
            )
        except errors.TooManyRequestsException as error:
            raise TooManyRequestsError(
                "Too many people are signing in. Wait a little.", 5
            ) from error
        except (
            errors.NotAuthorizedException,
            errors.UserNotFoundException,
            errors.UserLambdaValidationException,
            errors.InvalidParameterException,
        ) as error:
            raise UnauthenticatedError("Your session has ended. Sign in again.") from error
        return _tokens(answer)

    def _if_there(self, call: Callable[..., Any], person_id: str) -> None:
        with suppress(self._cognito.exceptions.UserNotFoundException):
            call(UserPoolId=self._pool, Username=person_id)


def _tokens(answer: "AdminInitiateAuthResponseTypeDef") -> Tokens:
    result = answer.get("AuthenticationResult")
    if result is None:
        # A challenge, such as a password that must be changed: our accounts are never left in such a state.
        raise UnauthenticatedError("This account is not ready yet. Ask an owner of the portal.")
    return Tokens(result["AccessToken"], result.get("RefreshToken"), result["ExpiresIn"])
