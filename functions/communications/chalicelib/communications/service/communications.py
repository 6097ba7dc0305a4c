"""The feature as one object: what its routes call."""

from dataclasses import dataclass

from chalicelib.communications.service.bad_addresses import BadAddresses
from chalicelib.communications.service.colleagues import Colleagues
from chalicelib.communications.service.folders import Folders
from chalicelib.communications.service.health import Health
from chalicelib.communications.service.linking import Aside, Choosing
from chalicelib.communications.service.mailboxes import Mailboxes
from chalicelib.communications.service.messages import Messages
from chalicelib.communications.service.planning import Planning
from chalicelib.communications.service.reading import Reading
from chalicelib.communications.service.rendering import Rendering
from chalicelib.communications.service.replays import Replays
from chalicelib.communications.service.restoring import Restoring
from chalicelib.communications.service.retrying import Retrying
from chalicelib.communications.service.ruling import RuleEditing
from chalicelib.communications.service.sending import Sending
from chalicelib.communications.service.signing import Signing
from chalicelib.communications.service.templates import Templates
from chalicelib.communications.service.uploads import Uploads


@dataclass(frozen=True)
class Communications:
    """Everything people can do with communications."""

    reading: Reading
    choosing: Choosing
    sending: Sending
    planning: Planning
    messages: Messages
    retrying: Retrying
    mailboxes: Mailboxes
    uploads: Uploads
    signing: Signing
    colleagues: Colleagues
    aside: Aside
    health: Health
    templates: Templates
    rendering: Rendering
    bad_addresses: BadAddresses
    rules: RuleEditing
    folders: Folders
    restoring: Restoring
    replays: Replays
