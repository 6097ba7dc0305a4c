"""Internet mail: from MIME to a letter and back. Whatever the bytes are, reading them raises nothing."""

from chalicelib.communications.mail.composing import compose
from chalicelib.communications.mail.markup import tidied
from chalicelib.communications.mail.parsing import parse, unreadable

__all__ = ["compose", "parse", "tidied", "unreadable"]
