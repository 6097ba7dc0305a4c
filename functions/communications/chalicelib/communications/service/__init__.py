"""The use cases of communications."""

from chalicelib.communications.service.answering import AbsenceBook, Answering
from chalicelib.communications.service.bad_addresses import BadAddresses
from chalicelib.communications.service.colleagues import Colleagues
from chalicelib.communications.service.communications import Communications
from chalicelib.communications.service.departing import Departing
from chalicelib.communications.service.erasing import Erasing
from chalicelib.communications.service.folders import Folders
from chalicelib.communications.service.handing import MailHanding
from chalicelib.communications.service.health import Health, HoursBook, MailboxHealth
from chalicelib.communications.service.holding import Holding
from chalicelib.communications.service.linking import Aside, Choosing, Following, Placement
from chalicelib.communications.service.mailboxes import Mailboxes
from chalicelib.communications.service.messages import Messages
from chalicelib.communications.service.planning import Planning, TakenBack
from chalicelib.communications.service.reading import Reading
from chalicelib.communications.service.receiving import Receiving
from chalicelib.communications.service.rendering import Rendering
from chalicelib.communications.service.replaying import Replaying
from chalicelib.communications.service.replays import Replays
from chalicelib.communications.service.reporting import Reporting
from chalicelib.communications.service.restoring import Restoring
from chalicelib.communications.service.retrying import Rereading, Retrying
from chalicelib.communications.service.ruling import RuleEditing, Ruling
from chalicelib.communications.service.sending import Sending
from chalicelib.communications.service.signing import Signing
from chalicelib.communications.service.templates import Templates
from chalicelib.communications.service.ticking import Ticking
from chalicelib.communications.service.tracing import Tracing
from chalicelib.communications.service.uploads import Uploads
from chalicelib.communications.service.writing import Writing

__all__ = [
    "AbsenceBook",
    "Answering",
    "Aside",
    "BadAddresses",
    "Choosing",
    "Colleagues",
    "Communications",
    "Departing",
    "Erasing",
    "Folders",
    "Following",
    "Health",
    "Holding",
    "HoursBook",
    "MailHanding",
    "MailboxHealth",
    "Mailboxes",
    "Messages",
    "Placement",
    "Planning",
    "Reading",
    "Receiving",
    "Rendering",
    "Replaying",
    "Replays",
    "Reporting",
    "Rereading",
    "Restoring",
    "Retrying",
    "RuleEditing",
    "Ruling",
    "Sending",
    "Signing",
    "TakenBack",
    "Templates",
    "Ticking",
    "Tracing",
    "Uploads",
    "Writing",
]
