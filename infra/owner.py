"""Makes the first owner of a new portal: `python -m infra.owner <stage> <name> <email>`.

The password is asked for, so that it stands in no shell's history; `PASSWORD` answers where nobody can.
"""

import getpass
import json
import os
import sys

from infra.clients import Clients, of_stage


def add(clients: Clients, stage: str, owner: dict[str, str]) -> tuple[bool, str]:
    """Whether there is an owner now who was not before, and what to tell."""
    answer = clients("lambda").invoke(
        FunctionName=f"portal-{stage}-people-bootstrap", Payload=json.dumps(owner)
    )
    result = json.loads(answer["Payload"].read())
    if "FunctionError" in answer:
        return False, f"The owner could not be added: {result['errorMessage']}"
    if not result["id"]:
        return False, str(result["reason"])
    return True, f"{owner['email']} owns the portal and can sign in."


def main(stage: str, name: str, email: str) -> int:
    """The exit status."""
    password = os.environ.get("PASSWORD") or getpass.getpass(f"Password of {email}: ")
    owner = {"name": name, "email": email, "password": password}
    added, told = add(of_stage(stage), stage, owner)
    print(told, file=sys.stdout if added else sys.stderr)
    return 0 if added else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
