"""The demo company, made once through the portal's own API as its people would make it."""

from infra.local.aws import Aws
from infra.local.seed.client import Client
from infra.local.seed.company import furnish, owner
from infra.local.settings import Settings

_MARK = "/portal/local/seeded"


def seed(settings: Settings) -> bool:
    """Furnishes a new portal; tells whether there was anything to do.

    A run that was broken off is taken up again: every request bears a key that tells it is the same.
    """
    aws = Aws(settings)
    parameters = aws.client("ssm")
    if parameters.get_parameters(Names=[_MARK])["Parameters"]:
        return False
    client = Client(settings)
    owner(aws, client, settings.stage)
    furnish(client)
    parameters.put_parameter(Name=_MARK, Value="done", Type="String")
    return True
