"""What pydantic finds wrong with a value, said to a person: what is expected, and how to mend it.

Source of the types: https://docs.pydantic.dev/latest/errors/validation_errors/
"""

from collections.abc import Mapping
from typing import Any

_PREFIX = "Value error, "

_SENTENCES: Mapping[str, str] = {
    "missing": "This is required.",
    "extra_forbidden": "There is no such field. Remove it.",
    "string_type": "Write text here.",
    "string_too_long": "Use at most {max_length} characters.",
    "string_too_short": "Use at least {min_length} characters.",
    "string_pattern_mismatch": "This must have the form {pattern}.",
    "string_unicode": "This is not valid Unicode text.",
    "int_type": "Write a whole number.",
    "int_parsing": "Write a whole number.",
    "int_from_float": "Write a whole number.",
    "bool_type": "Write true or false.",
    "bool_parsing": "Write true or false.",
    "list_type": "Write a list here.",
    "tuple_type": "Write a list here.",
    "frozen_set_type": "Write a list here.",
    "set_type": "Write a list here.",
    "dict_type": "Write an object here.",
    "model_type": "Write an object here.",
    "model_attributes_type": "Write an object here.",
    "greater_than": "Take more than {gt}.",
    "greater_than_equal": "Take {ge} or more.",
    "less_than": "Take less than {lt}.",
    "less_than_equal": "Take {le} or less.",
    "too_short": "Name at least {min_length}.",
    "too_long": "Name at most {max_length}.",
    "enum": "Take one of: {expected}.",
    "literal_error": "Take one of: {expected}.",
    "decimal_type": "Write the number as text.",
    "decimal_parsing": "Write a number, such as 120000.00.",
    "decimal_max_digits": "Use at most {max_digits} digits.",
    "decimal_max_places": "Use at most {decimal_places} digits after the point.",
    "decimal_whole_digits": "Use at most {whole_digits} digits before the point.",
    "finite_number": "Write a number, such as 120000.00.",
    "timezone_aware": "Name the offset from UTC, as in 2026-01-31T09:00:00Z.",
    "datetime_type": "Write an instant, such as 2026-01-31T09:00:00Z.",
    "datetime_parsing": "Write an instant, such as 2026-01-31T09:00:00Z.",
    "datetime_from_date_parsing": "Write an instant, such as 2026-01-31T09:00:00Z.",
    "datetime_object_invalid": "Write an instant, such as 2026-01-31T09:00:00Z.",
}


def sentence(finding: Mapping[str, Any]) -> str:
    """One finding in our own words; a sentence that a validator of ours wrote stays as it is."""
    words = _SENTENCES.get(finding["type"])
    if words is None:
        return str(finding["msg"]).removeprefix(_PREFIX)
    return words.format_map(finding.get("ctx", {}))
