"""The people who are told: a projection of what people announces."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Somebody who can be told something.

    `memberships` are the grants by which a group is found: his departments, and being an owner. `as_of` orders
    the changes of one person; the text of a later one is greater.
    """

    id: str
    name: str
    email: str
    language: str
    active: bool
    memberships: frozenset[str]
    as_of: str
