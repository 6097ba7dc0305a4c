"""The company's own people, as far as mail needs to know them."""

from portal.principals import Actor
from portal.values import dataclass


@dataclass(frozen=True)
class Colleague:
    """An employee and the address that he writes from; `as_of` orders what is heard of him."""

    id: str
    name: str
    address: str
    active: bool = True
    as_of: str = ""

    @property
    def actor(self) -> Actor:
        """The employee as history remembers him."""
        return Actor("employee", self.id, self.name)
