"""Who sees a card, over HTTP."""

from typing import Self

from chalicelib.crm.model.viewers import ClientViewer, Sight, Why
from portal.wire import CardView, Response


class ReasonView(Response):
    """One right by which somebody sees the card; `department` is the name of the one that he heads or works in."""

    why: Why
    department: str | None


class ViewerView(Response):
    """An employee who sees the card."""

    id: str
    name: str
    reasons: list[ReasonView]


class ClientViewerView(Response):
    """A client who sees the card when he has an account; nameless where that contact is not yours to see."""

    card: CardView | None
    name: str | None

    @classmethod
    def of(cls, client: ClientViewer) -> Self:
        """The domain's form as it is sent."""
        ref = client.ref
        return cls(card=CardView(kind=ref.kind, id=ref.id) if ref else None, name=client.name)


class SightView(Response):
    """Everybody who sees the card now."""

    people: list[ViewerView]
    clients: list[ClientViewerView]

    @classmethod
    def of(cls, sight: Sight) -> Self:
        """The domain's form as it is sent."""
        return cls(
            people=[ViewerView.model_validate(each) for each in sight.people],
            clients=[ClientViewerView.of(each) for each in sight.clients],
        )
