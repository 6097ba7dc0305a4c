"""A client of the small company."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Client:
    """Who writes, his deals, and what else his letters stand on."""

    number: int
    deals: tuple[str, ...]
    beside: frozenset[str]

    @property
    def cards(self) -> frozenset[str]:
        """Where his letters are to stand when nobody says it; the deal only when he has but one."""
        return self.beside | ({f"deal:{self.deals[0]}"} if len(self.deals) == 1 else set())

    @property
    def email(self) -> str:
        """His address, at a domain of his own."""
        return f"client@c{self.number}.example"
