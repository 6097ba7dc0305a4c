"""What SES tells of our letters, read."""

from collections.abc import Iterable, Mapping
from typing import Any

from chalicelib.communications.model import Fate, Report, comparable

_MAX_DETAIL = 300
_BAD_NEWS = {
    "Bounce": ("bounce", "bouncedRecipients", Fate.BOUNCED),
    "Complaint": ("complaint", "complainedRecipients", Fate.COMPLAINED),
    "DeliveryDelay": ("deliveryDelay", "delayedRecipients", Fate.DELAYED),
}


def provider_ids(detail: Mapping[str, Any]) -> tuple[str, ...]:
    """The Message-IDs under which the letter is known to whoever sent it."""
    bare = detail.get("mail", {}).get("messageId")
    return (f"{bare}@email.amazonses.com",) if bare else ()


def reports_of(detail: Mapping[str, Any]) -> Iterable[Report]:
    """What became of the letter at each address; what is no bad news is none."""
    if detail.get("eventType") not in _BAD_NEWS:
        return
    part, people, fate = _BAD_NEWS[detail["eventType"]]
    # Who says that a letter is no spam complains about his server.
    if detail[part].get("complaintFeedbackType") == "not-spam":
        return
    # What failed for the moment, an answer of absence among it, says nothing for good of the address.
    if detail[part].get("bounceType") == "Transient":
        fate = Fate.DELAYED
    for one in detail[part].get(people, ()):
        words = str(one.get("diagnosticCode") or one.get("status") or "")
        yield Report(
            comparable(one["emailAddress"]),
            fate,
            words.removeprefix("smtp;").strip()[:_MAX_DETAIL],
        )
