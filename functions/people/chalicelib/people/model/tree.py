"""The departments as a tree: what belongs to what, and what follows from it."""

from collections.abc import Iterable, Iterator

from chalicelib.people.model.people import Department
from portal.errors import InvalidError

DEEPEST = 10
"""More levels than any company has; it keeps a walk through the tree short."""


class Tree:
    """All departments; one whose parent is missing stands at the top."""

    def __init__(self, departments: Iterable[Department]) -> None:
        self._by_id = {department.id: department for department in departments}

    def above(self, department_id: str | None) -> Iterator[Department]:
        """The department itself and those that it belongs to, the nearest first."""
        seen: set[str] = set()
        while department_id in self._by_id and department_id not in seen:
            seen.add(department_id)
            department = self._by_id[department_id]
            yield department
            department_id = department.parent_id

    def below(self, department_ids: Iterable[str]) -> frozenset[str]:
        """The departments and all that belong to them: whoever heads one, heads what is below it."""
        tops = set(department_ids)
        return frozenset(tops) | {
            one for one in self._by_id if any(up.id in tops for up in self.above(one))
        }

    def require_place(self, department: Department) -> None:
        """Lets a department stand where it says.

        Raises:
            InvalidError: there is no such parent, it would belong to itself, or the tree would be too deep.
        """
        if department.parent_id is None:
            return
        if department.parent_id not in self._by_id:
            raise InvalidError.at("/parent_id", "There is no such department.")
        above = [up.id for up in self.above(department.parent_id)]
        if department.id in above:
            raise InvalidError.at("/parent_id", "A department cannot belong to itself.")
        if len(above) + self._height(department.id) > DEEPEST:
            raise InvalidError.at("/parent_id", f"Use at most {DEEPEST} levels.")

    def _height(self, department_id: str) -> int:
        below = self.below({department_id})
        depth = len(list(self.above(department_id)))
        return max((len(list(self.above(one))) - depth + 1 for one in below), default=1)
