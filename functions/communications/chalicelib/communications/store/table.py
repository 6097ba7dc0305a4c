"""The table of communications and its items. It needs no index: every question has its own key."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute, VersionAttribute

from portal import dynamo
from portal.dynamo import Item


class TABLE(Item):
    """The table itself; the stack reads its keys here."""

    class Meta(dynamo.Meta):  # noqa: D106  # PynamoDB's word
        table_name = "communications"


class RecordItem(TABLE):
    """``communication#<id>``: the record as JSON; only the version is ever compared by itself."""

    record = UnicodeAttribute()
    version = VersionAttribute()


class ListingItem(TABLE):
    """``list#<state>#<token>`` / id: what may the holder of a grant see, newest first?"""


class NameItem(TABLE):
    """``message-id#<id>`` or ``provider-id#<id>``: which communication does a header mean?"""

    communication_id = UnicodeAttribute()
    fingerprint = UnicodeAttribute()
    thread_id = UnicodeAttribute(null=True)


class SourceItem(TABLE):
    """``object#<key>`` or ``request#<key>``: what has become of a stored letter, of a repeated request?"""

    communication_id = UnicodeAttribute()


class ArrivalItem(TABLE):
    """``arrivals#<mailbox>`` / id: what came to a mailbox, and what has become of it?"""

    at = UnicodeAttribute()
    outcome = UnicodeAttribute()
    copies = NumberAttribute()
    # Of what is not recorded only this tells where it lies.
    raw_key = UnicodeAttribute(null=True)


class RuleBookItem(TABLE):
    """``rules``: what is done with letters that come? They are read together, for each letter."""

    book = UnicodeAttribute()
    version = VersionAttribute()


class FolderItem(TABLE):
    """``folders`` / id: which folders have the mailboxes? A company has few."""

    mailbox_id = UnicodeAttribute()
    name = UnicodeAttribute()


class FiledItem(TABLE):
    """``folder#<id>`` or ``waiting-in#<id>`` / letter: what is in a folder, and what of it waits for a card?"""


class FailureItem(TABLE):
    """``failed`` / id: which letters could not be read?"""


class SkippedItem(TABLE):
    """``skipped`` / id: which letters did the rules leave out, and are still kept?"""

    letter = UnicodeAttribute()


class ReplayItem(TABLE):
    """``replays`` / mailbox: how far is reading its letters again?"""

    replay = UnicodeAttribute()
    version = VersionAttribute()


class SilenceItem(TABLE):
    """``silence#<mailbox>``: of which silence have its owners been told?"""

    since = UnicodeAttribute()


class HoursItem(TABLE):
    """``working-hours``: when does the company work?"""

    hours = UnicodeAttribute()
    revision = NumberAttribute()


class UnsentItem(TABLE):
    """``due`` or ``unsent#<person or card>`` / ``<instant>#<id>``: which letters have not left, the next one first?"""


class SignatureItem(TABLE):
    """``signature#<person>``, ``#mailbox:<mailbox>`` or ``#company``: what stands under letters?"""

    html = UnicodeAttribute(null=True)
    # As they were kept while they were plain lines.
    text = UnicodeAttribute(null=True)


class TemplateItem(TABLE):
    """``template#<id>``: what does a template say?"""

    template = UnicodeAttribute()
    version = VersionAttribute()


class TemplateLineItem(TABLE):
    """``templates#<person>`` or ``templates#shared`` / id: which templates are there?"""

    line = UnicodeAttribute()


class BadAddressItem(TABLE):
    """``bad-address#<address>``: does it take letters?"""

    since = UnicodeAttribute()
    detail = UnicodeAttribute()


class AbsenceItem(TABLE):
    """``absence#<person>``: is this colleague away, and what is answered for him?"""

    news = UnicodeAttribute()
    as_of = UnicodeAttribute()


class PaceItem(TABLE):
    """``pace#<person>`` / hour: how many messages has a client written in it?"""

    written = NumberAttribute(null=True)


class MailboxItem(TABLE):
    """``mailboxes`` / address: a company has few, and they are read together."""

    mailbox = UnicodeAttribute(null=True)
    version = VersionAttribute()
    # As they were kept while a mailbox was one department's.
    id = UnicodeAttribute(null=True)
    name = UnicodeAttribute(null=True)
    department_id = UnicodeAttribute(null=True)


class ColleagueItem(TABLE):
    """``colleague#<person>`` or ``colleague-at#<address>``: which of our people is this?"""

    colleague = UnicodeAttribute()


class UploadItem(TABLE):
    """``upload#<id>``: who may send the file, and what was announced of it?"""

    upload = UnicodeAttribute()
