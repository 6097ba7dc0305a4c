"""What the company's people have done on their deals: notes, next steps, files, a word with the client."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from infra.local.demo import company
from infra.local.demo.client import Client
from infra.local.demo.contracts import serve
from infra.local.demo.drawing import drawing
from infra.local.demo.maker import Maker
from infra.local.demo.patience import eventually

_PDF = "application/pdf"
_FROM_MOSCOW = timedelta(hours=3)


class Work:
    """Does it; the deals are there."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker

    def be_done(self) -> None:
        """All of it."""
        serve(self._maker)
        self._maker.each(self._remind, company.REMINDERS)
        self._maker.each(self._comment, company.COMMENTS)
        self._maker.each(self._ask, company.REQUESTS)
        self._maker.each(self._file, company.FILES)
        for message in company.MESSAGES:
            self._say(message)

    def _comment(self, comment: company.Comment) -> None:
        author = self._maker.people[comment.author]
        path = f"/crm/deals/{self._maker.ids[comment.deal]}/comments"
        self._maker.make(f"comment-{comment.text}", author, path, {"text": comment.text})

    def _remind(self, reminder: company.Reminder) -> None:
        body = {
            "at": instant(reminder.days_ahead, reminder.hour),
            "text": reminder.text,
            "about": self._maker.deal(reminder.deal),
        }
        seller, key = self._maker.people[reminder.seller], f"{body['at']}-{reminder.text}"
        # A furnishing that goes on an hour later reminds anew: the same request may not say something else.
        self._maker.make(f"reminder-{key}", seller, "/notifications/reminders", body)

    def _ask(self, request: company.Request) -> None:
        body = {
            "card": self._maker.deal(request.deal),
            "note": request.note,
            "expires_at": instant(days_ahead=14, hour=10),
            "max_bytes": 20_000_000,
            "content_types": [_PDF, "image/png", "image/jpeg"],
            "max_files": 3,
        }
        seller = self._maker.people[request.seller]
        key = f"request-{request.deal}"
        made = self._maker.make(key, seller, "/documents/upload-requests", body)
        # A link is shown once: where the furnishing was broken off, its file stays out.
        if request.answer and made.get("url"):
            token = made["url"].rpartition("/")[2]
            path = f"/documents/upload-requests/{token}/files"
            send(seller.post(path, announced(request.answer), f"demo-{key}-answer"), request.answer)

    def _file(self, file: company.File) -> None:
        author = self._maker.people[file.author]
        body = {**announced(file.name), "card": self._maker.deal(file.deal)}
        place = author.post("/documents", body, f"demo-file-{file.name}")
        send(place, file.name)
        if file.shared:
            path = f"/documents/{place['id']}"
            eventually(lambda: author.get(path)["state"] == "ready")
            author.post(f"{path}/share", {"with_client": True})

    def _say(self, message: company.Message) -> None:
        author = self._author(message)
        body = {"card": self._maker.deal(company.DEALS[0].key), "text": message.text}
        self._maker.make(f"message-{message.text}", author, "/communications/messages", body)

    def _author(self, message: company.Message) -> Client:
        of_client = message.author == company.CLIENT
        return self._maker.client if of_client else self._maker.people[message.author]


def announced(name: str) -> dict[str, object]:
    """A file before it is sent."""
    return {"file_name": name, "size": len(drawing(name)), "content_type": _PDF}


def send(place: dict[str, Any], name: str) -> None:
    """Sends a file to the place that was given for it."""
    form = {"data": place["fields"], "files": {"file": (name, drawing(name), _PDF)}}
    httpx.post(place["url"], **form, timeout=30).raise_for_status()


def instant(days_ahead: int, hour: int) -> str:
    """An hour in Moscow on a later day, or a full hour of today: the same text for an hour at least."""
    now = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    if days_ahead:
        at = now.replace(hour=hour) + timedelta(days=days_ahead) - _FROM_MOSCOW
    else:
        at = now + timedelta(hours=hour + 1)
    return at.isoformat().replace("+00:00", "Z")
