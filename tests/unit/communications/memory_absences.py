"""Absences of colleagues in memory."""

from chalicelib.communications.model.own_absences import AbsenceNews, OwnAbsence


class MemoryAbsences:
    """The later of two pieces of news stands."""

    def __init__(self) -> None:
        self.heard: dict[str, AbsenceNews] = {}

    def absence(self, person_id: str) -> OwnAbsence | None:
        news = self.heard.get(person_id)
        return news.absence if news else None

    def keep_absence(self, news: AbsenceNews) -> None:
        before = self.heard.get(news.person_id)
        if before is None or before.as_of < news.as_of:
            self.heard[news.person_id] = news
