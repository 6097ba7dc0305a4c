"""A provider of the company's own on this machine: `make provider`, then `make run SIGN_IN=http://localhost:9400`.

The package knows clients with a secret alone; the user pool's client, which the portal is, has none.
"""

import json
import sys

from authlib.oauth2.rfc6749 import AuthorizationCodeGrant
from oidc_provider_mock.__main__ import run

from infra.local.demo.company import DOMAIN, EMPLOYEES, OWNER


def people() -> dict[str, dict[str, object]]:
    """The demo company's, a newcomer, and three who do not come in."""
    logins = {OWNER: "Ольга Хозяйкина", **{each.login: each.name for each in EMPLOYEES}}
    newcomers = {"newcomer": "Анна Ёлкина-Щукина"}
    known = {login: _claims(login, name) for login, name in (logins | newcomers).items()}
    unchecked = {**_claims("unchecked", "Борис Непроверенный"), "email_verified": False}
    stranger = {**_claims("stranger", "Чеслав Чужаков"), "email": "stranger@elsewhere.example"}
    return {**known, "unchecked": unchecked, "stranger": stranger}


def _claims(login: str, name: str) -> dict[str, object]:
    return {"email": f"{login}@{DOMAIN}", "email_verified": True, "name": name}


def main(arguments: list[str]) -> None:
    """Serves until it is told to stop."""
    AuthorizationCodeGrant.TOKEN_ENDPOINT_AUTH_METHODS = ["none"]
    known = [json.dumps({"sub": login, **claims}) for login, claims in people().items()]
    users = [part for claims in known for part in ("--user-claims", claims)]
    run([*users, *arguments])


if __name__ == "__main__":
    main(sys.argv[1:])
