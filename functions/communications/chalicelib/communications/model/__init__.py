"""The words and rules of communications."""

from chalicelib.communications.model.absence_reading import absence_in
from chalicelib.communications.model.absences import Absence
from chalicelib.communications.model.addresses import Address, Ours, comparable
from chalicelib.communications.model.arrivals import (
    NO_MAILBOX,
    Arrival,
    Outcome,
    Tally,
    arrival_of,
    is_arrival,
    places_of,
    tally_of,
)
from chalicelib.communications.model.bodies import Attachment, Body
from chalicelib.communications.model.channels import MAX_MESSAGE_LENGTH, Channel
from chalicelib.communications.model.colleagues import Colleague
from chalicelib.communications.model.communications import (
    Communication,
)
from chalicelib.communications.model.deliveries import Fate, Report, Undelivered, with_reports
from chalicelib.communications.model.departures import (
    IN_FLIGHT,
    UNDO,
    due_at,
    is_unsent,
    may_decide,
    require_ahead,
    waits,
)
from chalicelib.communications.model.drop_addresses import (
    DROP_PREFIX,
    drop_address,
    dropper_id,
    is_drop_address,
)
from chalicelib.communications.model.findings import (
    BusinessCard,
    Invitation,
    InvitationKind,
    Reply,
)
from chalicelib.communications.model.handling import Assignee, AssigneeKind, Handling, RuleMark
from chalicelib.communications.model.letters import (
    NOBODY,
    File,
    Forwarded,
    Letter,
    fingerprint,
)
from chalicelib.communications.model.mailboxes import (
    Mailbox,
    MailboxKind,
    Privacy,
    addressed,
    audience_of,
    of_writer,
    privacy_for,
    privacy_of,
    writable,
)
from chalicelib.communications.model.outgoing import Draft, Outgoing
from chalicelib.communications.model.places import INTERNAL, TAKEN_OFF, LinkChange, Suggestion
from chalicelib.communications.model.reply_tokens import (
    PREFIX,
    answered_id,
    is_reply_address,
    reply_address,
)
from chalicelib.communications.model.signed_addresses import BadTokenError
from chalicelib.communications.model.states import Departure, Direction, State, Status
from chalicelib.communications.model.texts import shortened, snippet
from chalicelib.communications.model.traffic import Traffic, traffic_of, working_hours
from chalicelib.communications.model.uploads import MAX_TOTAL_BYTES, Upload, UploadTarget
from chalicelib.communications.model.verdicts import Verdicts

__all__ = [
    "DROP_PREFIX",
    "INTERNAL",
    "IN_FLIGHT",
    "MAX_MESSAGE_LENGTH",
    "MAX_TOTAL_BYTES",
    "NOBODY",
    "NO_MAILBOX",
    "PREFIX",
    "TAKEN_OFF",
    "UNDO",
    "Absence",
    "Address",
    "Arrival",
    "Assignee",
    "AssigneeKind",
    "Attachment",
    "BadTokenError",
    "Body",
    "BusinessCard",
    "Channel",
    "Colleague",
    "Communication",
    "Departure",
    "Direction",
    "Draft",
    "Fate",
    "File",
    "Forwarded",
    "Handling",
    "Invitation",
    "InvitationKind",
    "Letter",
    "LinkChange",
    "Mailbox",
    "MailboxKind",
    "Ours",
    "Outcome",
    "Outgoing",
    "Privacy",
    "Reply",
    "Report",
    "RuleMark",
    "State",
    "Status",
    "Suggestion",
    "Tally",
    "Traffic",
    "Undelivered",
    "Upload",
    "UploadTarget",
    "Verdicts",
    "absence_in",
    "addressed",
    "answered_id",
    "arrival_of",
    "audience_of",
    "comparable",
    "drop_address",
    "dropper_id",
    "due_at",
    "fingerprint",
    "is_arrival",
    "is_drop_address",
    "is_reply_address",
    "is_unsent",
    "may_decide",
    "of_writer",
    "places_of",
    "privacy_for",
    "privacy_of",
    "reply_address",
    "require_ahead",
    "shortened",
    "snippet",
    "tally_of",
    "traffic_of",
    "waits",
    "with_reports",
    "working_hours",
    "writable",
]
