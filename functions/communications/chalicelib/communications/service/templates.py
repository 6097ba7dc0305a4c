"""Letters written beforehand: made, changed and put away by those whose they are."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from chalicelib.communications.model.placeholders import PLACEHOLDERS, unknown_placeholders
from chalicelib.communications.model.templates import MOST, Template
from portal.clock import Clock
from portal.errors import ConflictError, InvalidError, NotAllowedError, NotFoundError
from portal.ids import Ids
from portal.principals import Principal
from portal.values import dataclass


class TemplateStore(Protocol):
    """The templates in the table."""

    def templates_of(self, owner_id: str | None) -> list[Template]:
        """Those of a person, or the shared ones, archived or not, without their texts."""
        ...

    def template(self, template_id: str) -> Template | None:
        """One, whole."""
        ...

    def keep_template(self, template: Template) -> Template:
        """The template as stored; raises `StaleVersionError` after somebody else's save."""
        ...


@dataclass(frozen=True)
class Templates:
    """Keeping templates."""

    store: TemplateStore
    tidied: Callable[[str], str]
    clock: Clock
    ids: Ids

    def all(self, caller: Principal) -> list[Template]:
        """The caller's own and the shared ones that are for him or his to change, by name and without their texts."""
        found = [*self.store.templates_of(caller.id), *self.store.templates_of(None)]
        shown = (one for one in found if one.is_for(caller) or one.is_changed_by(caller))
        return sorted(shown, key=lambda one: (one.name.casefold(), one.id))

    def one(self, caller: Principal, template_id: str) -> Template:
        """A template, whole.

        Raises:
            NotFoundError: there is none, or it is not for the caller.
        """
        found = self.store.template(template_id)
        if found is None or not (found.is_for(caller) or found.is_changed_by(caller)):
            raise NotFoundError("There is no such template.")
        return found

    def add(self, caller: Principal, template: Template) -> Template:
        """A new template, with an id of its own.

        Raises:
            NotAllowedError: it would be for people whom the caller does not administer.
            InvalidError: it says nothing, or something in double braces means nothing.
            ConflictError: there are too many.
        """
        _require_right(caller, template)
        if len(self.store.templates_of(template.owner_id)) >= MOST:
            raise ConflictError(
                f"There are {MOST} templates already. Write over one that you have archived."
            )
        return self._keep(replace(template, id=self.ids()))

    def change(self, caller: Principal, template_id: str, changes: dict[str, object]) -> Template:
        """The template with the fields changed.

        Raises:
            NotFoundError: there is none, or it is not for the caller.
            NotAllowedError: it is for the caller to use alone, or would be for people whom he does not administer.
            InvalidError: as in `add`.
            StaleVersionError: somebody else changed it at this moment.
        """
        before = self.one(caller, template_id)
        _require_right(caller, before)
        after = replace(before, **changes)  # type: ignore[arg-type]  # the schema names the fields
        if after.owner_id:
            after = replace(after, department_ids=())
        _require_right(caller, after)
        return before if after == before else self._keep(after)

    def _keep(self, template: Template) -> Template:
        tidy = replace(template, html=self.tidied(template.html), changed_at=self.clock())
        if not tidy.html:
            raise InvalidError.at("/html", "Write what the letter says.")
        require_known("/subject", tidy.subject)
        require_known("/html", tidy.html)
        return self.store.keep_template(tidy)


def require_known(pointer: str, text: str, known: tuple[str, ...] = PLACEHOLDERS) -> None:
    """Lets a text pass in which everything in double braces means something.

    Raises:
        InvalidError: at that place.
    """
    if unknown := unknown_placeholders(text, known):
        names = ", ".join(f"{{{{{name}}}}}" for name in known)
        raise InvalidError.at(pointer, f"There is no {{{{{unknown[0]}}}}}. Use {names}.")


def _require_right(caller: Principal, template: Template) -> None:
    if not template.is_changed_by(caller):
        raise NotAllowedError(
            "Shared templates are changed by owners, and by heads for the departments that they lead."
        )
