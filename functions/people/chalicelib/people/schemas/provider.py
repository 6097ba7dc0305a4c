"""Signing in through the company's own provider as it is sent."""

import re
from typing import Annotated, Self

from pydantic import AfterValidator, StringConstraints

from chalicelib.people.model import Session
from chalicelib.people.model.provider import ProviderLink, ProviderRules
from chalicelib.people.schemas.security import OwnProof
from chalicelib.people.schemas.sessions import SessionView
from portal.wire import Instant, Request, Response

_OWN_PATH = re.compile(r"/(?![/\\])[^\x00-\x20\\]*\Z")


def own_path(text: str) -> str:
    """A path within the portal; what leads elsewhere is none, and the first page will do."""
    return text if _OWN_PATH.match(text) else ""


class ProviderStart(Request):
    """The page of the portal that somebody wants to be on when he is in."""

    to: Annotated[str, StringConstraints(max_length=2000), AfterValidator(own_path)] = ""


class ProviderLinkStart(OwnProof):
    """The caller's own password, and a code where he has a second factor."""

    code: Annotated[str, StringConstraints(max_length=64)] = ""


class ProviderAddress(Response):
    """Where the browser goes."""

    address: str


class ProviderAnswer(Request):
    """What the browser brings back from there."""

    state: Annotated[str, StringConstraints(max_length=200)]
    code: Annotated[str, StringConstraints(max_length=4000)]


class ProviderSessionView(SessionView):
    """A session, and the page that its person wanted."""

    to: str

    @classmethod
    def to_page(cls, session: Session, to: str) -> Self:
        """The domain's form as it is sent."""
        return cls(**SessionView.of(session).model_dump(), to=to or "/")


class ProviderView(Response):
    """What stands on the button, by language."""

    ru: str
    en: str


class SignInWays(Response):
    """How one can sign in here; without `passwords` employees do by the provider alone."""

    provider: ProviderView | None
    passwords: bool

    @classmethod
    def of(cls, rules: ProviderRules | None) -> Self:
        """The domain's form as it is sent."""
        if rules is None:
            return cls(provider=None, passwords=True)
        return cls(provider=ProviderView(**rules.label), passwords=rules.passwords)


class ProviderLinkView(Response):
    """By whom of the provider's people one signs in; `off` where one does not want to."""

    linked: bool
    off: bool
    email: str | None
    at: Instant | None

    @classmethod
    def of(cls, link: ProviderLink | None) -> Self:
        """The domain's form as it is sent."""
        if link is None:
            return cls(linked=False, off=False, email=None, at=None)
        linked = link.key is not None
        return cls(linked=linked, off=not linked, email=link.email or None, at=link.at)
