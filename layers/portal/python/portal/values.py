"""Frozen dataclasses that are quick to define, of which a cold start defines hundreds.

The standard decorator compiles for each class how it is compared, hashed and shown; here all classes share it.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass

else:

    def dataclass(
        cls: type | None = None, *, frozen: bool = False, order: bool = False, **options: bool
    ) -> Any:  # noqa: ANN401  # the class, or what makes one of it
        """As the standard one, which makes what is not frozen or is ordered."""
        if cls is None:
            return lambda given: dataclass(given, frozen=frozen, order=order, **options)
        if order or not frozen:
            return dataclasses.dataclass(cls, frozen=frozen, order=order, **options)
        shared = {name: method for name, method in _SHARED.items() if name not in cls.__dict__}
        made = dataclasses.dataclass(cls, frozen=True, eq=False, repr=False, **options)
        for name, method in shared.items():
            setattr(made, name, method)
        made.__compared__ = staticmethod(_getter(made))
        return made


def _equal(self: Any, other: object) -> bool:  # noqa: ANN401  # of any such class
    values = self.__compared__
    return (
        bool(values(self) == values(other)) if other.__class__ is self.__class__ else NotImplemented
    )


def _hash(self: Any) -> int:  # noqa: ANN401  # as above
    return hash(self.__compared__(self))


def _shown(self: Any) -> str:  # noqa: ANN401  # as above
    shown = (each.name for each in dataclasses.fields(self) if each.repr)
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{self.__class__.__qualname__}({values})"


def _getter(cls: Any) -> Callable[[object], object]:  # noqa: ANN401  # as above
    names = [each.name for each in dataclasses.fields(cls) if each.compare]
    return attrgetter(*names) if names else lambda _: ()


_SHARED = {"__eq__": _equal, "__hash__": _hash, "__repr__": _shown}
