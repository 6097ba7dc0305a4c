"""Absences of colleagues in the table: ``absence#<person>`` / ``absence``, as heard last."""

from pydantic import TypeAdapter

from chalicelib.communications.model.own_absences import AbsenceNews, OwnAbsence
from chalicelib.communications.store.table import AbsenceItem
from portal.dynamo import Writes, read
from portal.errors import ConflictError

_NEWS = TypeAdapter(AbsenceNews)


class AbsenceTable:
    """Maps absences to items and back; the table is the one that `CommunicationsStore` names."""

    def absence(self, person_id: str) -> OwnAbsence | None:
        """Somebody's, past or to come."""
        item = read(AbsenceItem, *_key(person_id))
        return _NEWS.validate_json(item.news).absence if item else None

    def keep_absence(self, news: AbsenceNews) -> None:
        """Stores what was heard, unless the same or something later is known."""
        text = _NEWS.dump_json(news).decode()
        item = AbsenceItem(*_key(news.person_id), news=text, as_of=news.as_of)
        older = AbsenceItem.as_of.does_not_exist() | (AbsenceItem.as_of < news.as_of)
        try:
            Writes().put(item, older, ConflictError("Something later is known.")).commit()
        except ConflictError:
            return


def _key(person_id: str) -> tuple[str, str]:
    return f"absence#{person_id}", "absence"
