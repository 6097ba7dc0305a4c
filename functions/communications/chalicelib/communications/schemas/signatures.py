"""What stands under letters, over HTTP."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from portal.texts import require_prose
from portal.wire import Request, Response


class NewSignature(Request):
    """Plain lines, with ``{{me.name}}``, ``{{me.phone}}`` and ``{{me.email}}`` for what they mean; null for none."""

    text: Annotated[str, StringConstraints(max_length=2000), AfterValidator(require_prose)] | None


class SignaturesView(Response):
    """The caller's own signature, and the company's for those who have none."""

    own: str | None
    company: str | None
