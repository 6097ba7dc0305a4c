"""What a password must be."""

import string

from portal.errors import FieldError, InvalidError

MIN_PASSWORD_LENGTH = 12
MAX_PASSWORD_LENGTH = 256

_KINDS = {
    string.ascii_lowercase: "Add a small Latin letter.",
    string.ascii_uppercase: "Add a capital Latin letter.",
    string.digits: "Add a digit.",
    string.punctuation: "Add a sign, such as - or #.",
}


def require_password(password: str) -> str:
    """A password that the user pool will take.

    Raises:
        InvalidError: with each rule that it breaks.
    """
    if broken := _broken(password):
        raise InvalidError(*(FieldError("/password", rule) for rule in broken))
    return password


def _broken(password: str) -> list[str]:
    fits = MIN_PASSWORD_LENGTH <= len(password) <= MAX_PASSWORD_LENGTH
    length = f"Use {MIN_PASSWORD_LENGTH} to {MAX_PASSWORD_LENGTH} characters."
    lacking = [rule for kind, rule in _KINDS.items() if not set(password) & set(kind)]
    return lacking if fits else [length, *lacking]
