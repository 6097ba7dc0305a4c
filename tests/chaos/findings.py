"""What is wrong once all is quiet: each thing by name, nothing when all is as it must be."""

from collections import Counter
from collections.abc import Iterator
from email import message_from_string
from typing import Any

from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends
from tests.chaos.company import Company
from tests.support.personas import P, Persona

_WAITING = ("stranger-", "forged-", "busy-")


def findings(company: Company) -> list[str]:
    """All of them."""
    return [
        *_letters(company),
        *_entries(company),
        *_files(company),
        *_told(company),
        *_reminded(company),
        *_counted(company),
    ]


def _get(company: Company, path: str, who: Persona = P.SELLER) -> Any:
    reply = company.scene.call(who, "GET", path)
    assert reply.status == 200, reply.text
    return reply.json


def _all(company: Company, path: str, who: Persona = P.SELLER) -> list[Any]:
    """Every page of a list."""
    page = _get(company, path, who)
    items = list(page["items"])
    while page["next"]:
        page = _get(company, f"{path}&cursor={page['next']}", who)
        items += page["items"]
    return items


def _letters(company: Company) -> Iterator[str]:
    """Each letter is one record, which stands where it should, or waits for a person."""
    seen: Counter[str] = Counter()
    for state in ("linked", "unlinked"):
        for item in _all(company, f"/communications?state={state}&limit=100", P.OWNER):
            seen[item["subject"]] += 1
            cards = {f"{card['kind']}:{card['id']}" for card in item["cards"]}
            wanted = company.standing[item["subject"]]
            has_deal = any(card.startswith("deal:") for card in wanted)
            if cards != wanted or (state == "linked") != has_deal:
                yield f"{item['subject']} is {state} on {cards} instead of {wanted}"
    yield from _amiss("letters", seen, Counter(company.standing.keys()))


def _entries(company: Company) -> Iterator[str]:
    """Each letter stands once on the timeline of each of its cards, and on no other."""
    subjects = {subject: cards for subject, cards in company.standing.items() if cards}
    for card in sorted({card for cards in subjects.values() for card in cards}):
        kind, _, card_id = card.partition(":")
        folder = {"company": "companies"}.get(kind, f"{kind}s")
        entries = _all(company, f"/crm/{folder}/{card_id}/timeline?kind=mail&limit=100")
        seen = Counter(entry["summary"] for entry in entries)
        wanted = Counter(subject for subject, cards in subjects.items() if card in cards)
        yield from _amiss(card, seen, wanted)


def _files(company: Company) -> Iterator[str]:
    """Each file is once on its deal and in its timeline."""
    documents, entries = Counter[str](), Counter[str]()
    for deal in company.deals:
        found = _all(company, f"/documents?card=deal:{deal}&limit=100")
        documents.update(item["name"] for item in found)
        path = f"/crm/deals/{deal}/timeline?kind=file&limit=100"
        entries.update(entry["summary"] for entry in _all(company, path))
    yield from _amiss("files", documents, Counter(company.files))
    yield from _amiss("entries of files", entries, Counter(company.files))


def _told(company: Company) -> Iterator[str]:
    """The people of a deal are told once of each letter and file on it, and counted what they have not read."""
    on_cards = [subject for subject in company.standing if company.standing[subject]]
    linked = [s for s in on_cards if any(c.startswith("deal:") for c in company.standing[s])]
    for who in (P.SELLER, P.STRANGER):
        items = _all(company, "/notifications?limit=100", who)
        unread = _get(company, "/notifications?limit=1", who)["unread"]
        if unread != len(items):
            yield f"{who} has {len(items)} notifications, and {unread} are counted"
        letters = Counter(
            _named(item["text"], linked) for item in items if item["kind"] == "letter"
        )
        yield from _amiss(f"letters told to {who}", letters, Counter(linked))
        files = Counter(_named(i["text"], company.files) for i in items if i["kind"] == "file")
        yield from _amiss(
            f"files told to {who}", files, Counter(company.files if who is P.STRANGER else ())
        )
        waiting = sum(item["kind"] == "unlinked_letter" for item in items)
        if waiting != sum(subject.startswith(_WAITING) for subject in company.standing):
            yield f"{who} was told of {waiting} letters that wait"


def _reminded(company: Company) -> Iterator[str]:
    """Each reminder went off once; its letter may come twice, always with the same Message-ID."""
    items = _all(company, "/notifications?limit=100")
    texts = Counter(item["text"] for item in items if item["kind"] == "reminder")
    yield from _amiss("reminders", texts, Counter(company.reminders))
    sent = ses_backends[DEFAULT_ACCOUNT_ID]["us-east-1"].sent_messages
    ids = {message_from_string(message.raw_data)["Message-ID"] for message in sent}
    if len(ids) != len(company.reminders):
        yield f"{len(ids)} letters of {len(company.reminders)} reminders"


def _counted(company: Company) -> Iterator[str]:
    """The head of the board counts each deal at its stage."""
    path = f"/crm/pipelines/{company.pipeline['id']}/tally"
    for who in (P.SELLER, P.HEAD, P.OWNER):
        counts = {i["stage_id"]: i["count"] for i in _get(company, path, who)["items"]}
        found = Counter({stage: count for stage, count in counts.items() if count})
        yield from _amiss(f"deals counted by {who}", found, Counter(company.deals.values()))


def _named(text: str, names: list[str]) -> str:
    return next((name for name in sorted(names, key=len, reverse=True) if name in text), text)


def _amiss(what: str, found: Counter[str], wanted: Counter[str]) -> Iterator[str]:
    if found != wanted:
        yield f"{what}: too many {dict(found - wanted)}, missing {dict(wanted - found)}"
