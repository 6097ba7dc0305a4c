"""The ways by which communications come and go."""

from enum import StrEnum

MAX_MESSAGE_LENGTH = 10_000


class Channel(StrEnum):
    """By which way it came or went."""

    MAIL = "mail"
    PORTAL = "portal"
