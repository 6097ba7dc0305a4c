"""What a file is called."""

import pytest

from chalicelib.documents.model import display_name


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Договор № 5.pdf", "Договор № 5.pdf"),
        (r"\\сервер\папка\акт.docx", "акт.docx"),
        ("../../etc/passwd", "passwd"),
        ("счёт\u202efdp.exe", "счётfdp.exe"),
        ("a\0b\r\nc.txt", "ab c.txt"),
        ("<b>жирный</b>.png", "b>.png"),
        ("<img src=x>.png", "<img src=x>.png"),
        ("  много   места .pdf ", "много места .pdf"),
        ("...", "file"),
        ("", "file"),
        ("\u200b", "file"),
    ],
)
def test_a_name_is_made_fit_to_show(given: str, shown: str) -> None:
    """Paths, controls and reversed text go; the rest of the name stays as it was."""
    assert display_name(given) == shown


def test_a_long_name_keeps_its_suffix() -> None:
    """Three hundred characters become two hundred, and it is still a PDF."""
    name = display_name("я" * 300 + ".pdf")
    assert len(name) == 200
    assert name.endswith("я.pdf")


def test_a_name_that_is_all_suffix_is_cut() -> None:
    """What follows the dot is no suffix when it is longer than any suffix."""
    assert len(display_name("a." + "б" * 300)) == 200
