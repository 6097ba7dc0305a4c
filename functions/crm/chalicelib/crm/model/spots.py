"""Where in a pipeline a deal stands, and what it has to have for that."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from chalicelib.crm.model.cards import OWN
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.pipelines import Pipeline, Stage
from portal.errors import FieldError, InvalidError
from portal.values import dataclass

REQUIRABLE = frozenset({"amount", "company_id", "contact_ids", "description"})
"""The fields of every deal that a stage may require; own fields come in addition."""

_NOTHING: tuple[Any, ...] = (None, "", (), [], {}, frozenset())


@dataclass(frozen=True)
class Spot:
    """A stage of a pipeline."""

    pipeline: Pipeline
    stage: Stage

    @property
    def fields(self) -> dict[str, Any]:
        """The fields of a deal that stands there."""
        return {
            "pipeline_id": self.pipeline.id,
            "pipeline_departments": frozenset(self.pipeline.department_ids),
            "stage_id": self.stage.id,
            "stage_kind": self.stage.kind,
        }

    def filled(self, deal: Deal, prefix: str = "/") -> Deal:
        """The deal, which may come here when it has all the fields that the stage requires.

        Raises:
            InvalidError: at each field that is empty; `prefix` is of the pointers.
        """
        empty = list(_empty(deal, self.pipeline.required_at(self.stage)))
        if empty:
            message = f"Fill this in first: it is required from this stage on: {self.stage.name}."
            raise InvalidError(*(FieldError(prefix + _pointer(name), message) for name in empty))
        return deal

    def require_kept(self, names: Iterable[str]) -> None:
        """Lets fields be emptied that the stage does not require.

        Raises:
            InvalidError: at each that it does.
        """
        required = self.pipeline.required_at(self.stage)
        kept = [name for name in names if name in required]
        if kept:
            message = f"This stays filled: it is required in this stage: {self.stage.name}."
            raise InvalidError(*(FieldError("/" + _pointer(name), message) for name in kept))


def emptied(values: Mapping[str, Any]) -> list[str]:
    """The names of the fields, required or not, that these values would empty."""
    plain = [name for name in REQUIRABLE if name in values and values[name] in _NOTHING]
    own = [f"{OWN}{i}" for i, value in (values.get("own") or {}).items() if value in _NOTHING]
    return [*sorted(plain), *own]


def _empty(deal: Deal, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        own = name.startswith(OWN)
        value = deal.own.get(name.removeprefix(OWN)) if own else getattr(deal, name)
        if value in _NOTHING:
            yield name


def _pointer(name: str) -> str:
    return name.replace(OWN, "own/", 1) if name.startswith(OWN) else name
