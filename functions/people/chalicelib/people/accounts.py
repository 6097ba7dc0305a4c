"""Passwords and tokens in a Cognito user pool, under the person's id as the user name."""

import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal

import boto3
from botocore.config import Config

from chalicelib.people.model import WrongCodeError
from chalicelib.people.model.provider import account_of
from chalicelib.people.service.ports import Challenge, Tokens
from portal.errors import (
    InvalidError,
    TooManyRequestsError,
    UnauthenticatedError,
    UnavailableError,
)

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp.type_defs import (
        AdminInitiateAuthResponseTypeDef,
        AdminRespondToAuthChallengeResponseTypeDef,
    )

    _Answer = AdminInitiateAuthResponseTypeDef | AdminRespondToAuthChallengeResponseTypeDef

_CODE_CHALLENGE: Literal["SOFTWARE_TOKEN_MFA"] = "SOFTWARE_TOKEN_MFA"
_CODE = re.compile(r"[0-9]{6}\Z")
_TRIES = 3
_Flow = Literal["ADMIN_USER_PASSWORD_AUTH", "REFRESH_TOKEN_AUTH"]


class CognitoAccounts:
    """The user pool's accounts: one of the password, and another one of whoever has come by the company's provider.

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

    def sign_in(self, person_id: str, password: str) -> Tokens | Challenge:
        """Tokens for a password, or the question for a code besides."""
        return self._initiate("ADMIN_USER_PASSWORD_AUTH", USERNAME=person_id, PASSWORD=password)

    def vouch(self, person_id: str) -> Tokens:
        """Tokens on the provider's word, by a password that is made for this moment and known to nobody."""
        account = account_of(person_id)
        for _ in range(_TRIES):
            password = f"{secrets.token_urlsafe(32)}-aA1"
            self.create(account, password)
            # Somebody may have begun another session of the same person between the two calls.
            with suppress(UnauthenticatedError):
                found = self._initiate(
                    "ADMIN_USER_PASSWORD_AUTH", USERNAME=account, PASSWORD=password
                )
                return _without_code(found)
        raise UnauthenticatedError("Another sign-in is under way. Try again in a moment.")

    def refresh(self, refresh_token: str) -> Tokens:
        """Tokens for a session that goes on."""
        return _without_code(self._initiate("REFRESH_TOKEN_AUTH", REFRESH_TOKEN=refresh_token))

    def answer(self, person_id: str, challenge: Challenge, code: str) -> Tokens:
        """Tokens for a code."""
        errors = self._cognito.exceptions
        try:
            answer = self._cognito.admin_respond_to_auth_challenge(
                UserPoolId=self._pool,
                ClientId=self._client_id,
                ChallengeName=_CODE_CHALLENGE,
                Session=challenge.session,
                ChallengeResponses={"USERNAME": person_id, "SOFTWARE_TOKEN_MFA_CODE": code},
            )
        except (
            errors.CodeMismatchException,
            errors.ExpiredCodeException,
            errors.NotAuthorizedException,
        ) as error:
            raise WrongCodeError from error
        return _without_code(_read(answer))

    def new_secret(self, access_token: str) -> str:
        """A secret that the pool keeps, and counts from `confirm_secret` on."""
        return self._cognito.associate_software_token(AccessToken=access_token)["SecretCode"]

    def confirm_secret(self, access_token: str, code: str) -> None:
        """Takes the new secret into use."""
        if not _CODE.match(code):
            # The client library would not even send it.
            raise WrongCodeError
        errors = self._cognito.exceptions
        try:
            self._cognito.verify_software_token(AccessToken=access_token, UserCode=code)
        except (
            errors.CodeMismatchException,
            errors.EnableSoftwareTokenMFAException,
            errors.InvalidParameterException,
        ) as error:
            raise WrongCodeError from error

    def ask_for_code(self, person_id: str, *, asking: bool) -> None:
        """Turns the question for a code on or off; the secret stays what it is."""
        with suppress(self._cognito.exceptions.UserNotFoundException):
            self._cognito.admin_set_user_mfa_preference(
                UserPoolId=self._pool,
                Username=person_id,
                SoftwareTokenMfaSettings={"Enabled": asking, "PreferredMfa": asking},
            )

    def revoke(self, refresh_token: str) -> None:
        """Ends one session."""
        errors = self._cognito.exceptions
        with suppress(errors.InvalidParameterException, errors.UnauthorizedException):
            self._cognito.revoke_token(Token=refresh_token, ClientId=self._client_id)

    def _initiate(self, flow: _Flow, **parameters: str) -> Tokens | Challenge:
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
        except errors.UnexpectedLambdaException as error:
            # Our own trigger did not answer within Cognito's five seconds; by the next time it has started.
            raise UnavailableError("Signing in took too long. Try again in a moment.") from error
        except (
            errors.NotAuthorizedException,
            errors.UserNotFoundException,
            errors.UserLambdaValidationException,
            errors.InvalidParameterException,
        ) as error:
            raise UnauthenticatedError("Your session has ended. Sign in again.") from error
        return _read(answer)

    def _if_there(self, call: Callable[..., Any], person_id: str) -> None:
        for username in (person_id, account_of(person_id)):
            with suppress(self._cognito.exceptions.UserNotFoundException):
                call(UserPoolId=self._pool, Username=username)


def _read(answer: "_Answer") -> Tokens | Challenge:
    result = answer.get("AuthenticationResult")
    if result:
        return Tokens(result["AccessToken"], result.get("RefreshToken"), result["ExpiresIn"])
    if answer.get("ChallengeName") == _CODE_CHALLENGE:
        return Challenge(answer["Session"])
    # Another one, such as a password that must be changed: our accounts are never left in such a state.
    raise UnauthenticatedError("This account is not ready yet. Ask an owner of the portal.")


def _without_code(found: Tokens | Challenge) -> Tokens:
    if isinstance(found, Challenge):
        raise UnauthenticatedError("Your session has ended. Sign in again.")
    return found
