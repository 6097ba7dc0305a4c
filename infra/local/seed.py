"""Has an empty portal furnished with the demo company, once."""

import json

from infra.local.aws import Aws
from infra.local.demo.furnish import Furnisher
from infra.local.errors import LocalError
from infra.local.settings import HOST, Settings

_MARK = "/portal/local/furnished"


def seed(settings: Settings) -> None:
    """Furnishes the portal unless that was done; what was broken off is taken up again.

    Raises:
        LocalError: the portal refused something.
    """
    aws = Aws(settings)
    parameters = aws.client("ssm")
    if parameters.get_parameters(Names=[_MARK])["Parameters"]:
        return
    furnisher = Furnisher(f"http://{HOST}:{settings.port}", (HOST, settings.smtp_port))
    furnish = furnisher.furnish_all if settings.crowd else furnisher.furnish
    furnish(lambda *owner: _add_owner(aws, settings.stage, *owner))
    parameters.put_parameter(Name=_MARK, Value="done", Type="String")


def _add_owner(aws: Aws, stage: str, name: str, email: str, password: str) -> None:
    answer = aws.client("lambda").invoke(
        FunctionName=f"portal-{stage}-people-bootstrap",
        Payload=json.dumps({"name": name, "email": email, "password": password}),
    )
    result = json.loads(answer["Payload"].read())
    if "FunctionError" in answer:
        raise LocalError(f"The first owner could not be added: {result['errorMessage']}")
