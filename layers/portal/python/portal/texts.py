"""What a text may contain, and the one form in which addresses and numbers are compared."""

import re
import unicodedata

# Bidirectional overrides and isolates: a name that holds one can be made to read as another name
# (Unicode Technical Report 36, section 2.5). Right-to-left letters themselves are welcome.
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_HOME_REGION = "RU"


def require_line(text: str) -> str:
    """A name or a title: one line, in Unicode's composed form, without control characters.

    Raises:
        ValueError: with a sentence for the person who typed it.
    """
    line = unicodedata.normalize("NFC", text).strip()
    if any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in line):
        raise ValueError("Remove line breaks and control characters.")
    if _BIDI_CONTROLS.search(line):
        raise ValueError("Remove the characters that reverse the direction of text.")
    if not line:
        raise ValueError("Write at least one character.")
    return line


def require_prose(text: str) -> str:
    """A longer text: any lines, no NUL and no other control character but tab and line feed.

    Raises:
        ValueError: with a sentence for the person who typed it.
    """
    prose = text.replace("\r\n", "\n").replace("\r", "\n")
    if any(
        unicodedata.category(character) == "Cc" for character in prose if character not in "\n\t"
    ):
        raise ValueError("Remove the control characters.")
    if not prose.strip():
        raise ValueError("Write at least one character.")
    return prose


def normalise_email(text: str) -> str:
    """An address as it is compared: case-folded, the domain in Unicode (RFC 6532).

    Raises:
        ValueError: the text is no address.
    """
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415  # a tenth of a cold start, which few need

    try:
        address = validate_email(text.strip(), check_deliverability=False)
    except EmailNotValidError as error:
        raise ValueError(f"This is no e-mail address: {error}") from error
    return address.normalized.casefold()


def normalise_phone(text: str) -> str:
    """A number in E.164; one without a country code is taken as Russian.

    Raises:
        ValueError: the text is no number that could be dialled.
    """
    import phonenumbers  # noqa: PLC0415  # as above

    try:
        number = phonenumbers.parse(text, _HOME_REGION)
    except phonenumbers.NumberParseException as error:
        raise ValueError("This is no phone number. Write it as +7 912 345-67-89.") from error
    if not phonenumbers.is_possible_number(number):
        raise ValueError("This phone number has too few or too many digits.")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
