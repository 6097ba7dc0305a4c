"""What letters bring in files of other programs: Outlook's packing, invitations, business cards."""

from datetime import UTC, date, datetime

import pytest
from tests.unit.communications.letters import attachment, letter, multipart
from tests.unit.communications.winmail_files import repeats_nothing, states_too_much, winmail

from chalicelib.communications.mail import parse, winmail_process
from chalicelib.communications.model import Address, Invitation, InvitationKind, Reply
from chalicelib.communications.service.recording import body_of

PDF = b"%PDF-1.7 \xd0\xa1"


def packed(content: bytes, text: str = "\r\nСм. вложение") -> bytes:
    """A letter of Outlook."""
    return multipart(text, attachment('filename="winmail.dat"', content, "application/ms-tnef"))


def event(*lines: str, method: str = "REQUEST") -> bytes:
    """A letter with one appointment."""
    found = ("BEGIN:VCALENDAR", f"METHOD:{method}", "BEGIN:VEVENT", "SUMMARY:Приёмка станка")
    calendar = "\r\n".join((*found, *lines, "END:VEVENT", "END:VCALENDAR"))
    kind = "Content-Type: text/calendar; charset=utf-8"
    return multipart("\r\nЖду", f"{kind}\r\n\r\n{calendar}")


def invitation(*lines: str, method: str = "REQUEST") -> Invitation:
    """The one appointment of a letter."""
    (found,) = parse(event(*lines, method=method)).invitations
    return found


def cards(*lines: str) -> list[str]:
    """The business cards of a letter, in words."""
    card = "\r\n".join(("BEGIN:VCARD", *lines, "END:VCARD", ""))
    read = parse(multipart("\r\n", attachment('filename="a.vcf"', card.encode(), "text/vcard")))
    return [f"{one.name}|{one.phones}|{one.emails}|{one.company}" for one in read.business_cards]


def test_what_outlook_packed_stands_in_its_place() -> None:
    """Files by their real names, in any alphabet; the letter's own text stays."""
    read = parse(packed(winmail(("Счёт №7.pdf", PDF), ("план.docx", b"PK"), text="Иное")))
    assert [(file.name, file.content) for file in read.files] == [
        ("Счёт №7.pdf", PDF),
        ("план.docx", b"PK"),
    ]
    assert read.text == "См. вложение"


def test_the_text_within_is_the_letter_where_it_has_no_other() -> None:
    """In Outlook's old code page."""
    assert parse(packed(winmail(text="Добрый день, Анна"), text="")).text == "Добрый день, Анна"


@pytest.mark.parametrize("cut", [0, 5, 40, 90])
def test_what_cannot_be_unpacked_stays_a_file(cut: int) -> None:
    """Nobody loses anything by it: the letter is there, and so is the file."""
    read = parse(packed(winmail(("a.pdf", PDF))[:cut]))
    assert read.problem is None
    assert (read.text, len(read.files)) == ("См. вложение", 1)


@pytest.mark.parametrize("content", [states_too_much(), repeats_nothing()], ids=["many", "values"])
def test_numbers_that_a_stranger_states_stop_nobody(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process that believes them is ended, and the letter goes on."""
    monkeypatch.setattr("chalicelib.communications.mail.winmail._SECONDS", 2)
    (file,) = parse(packed(content)).files
    assert file.name == "winmail.dat"


def test_a_letter_within_gives_its_text_and_its_files() -> None:
    """A short name that is no UTF-8 is read in the letter's own code page."""
    answer = winmail_process.answer_of(winmail(("смета.xls", b"x"), text="Текст"))
    assert (answer["text"], [one["name"] for one in answer["files"]]) == ("Текст", ["смета.xls"])


def test_an_invitation_is_told_with_its_time_place_and_organiser() -> None:
    """By the zone that it names, a Windows one too."""
    found = invitation(
        "DTSTART;TZID=Russian Standard Time:20261201T100000",
        "DURATION:PT90M",
        "LOCATION:Москва\\, Ленина 1",
        "ORGANIZER;CN=Пётр:MAILTO:Petr@ladoga.example",
        "RRULE:FREQ=WEEKLY",
    )
    assert found == Invitation(
        kind=InvitationKind.INVITED,
        title="Приёмка станка",
        starts_at=datetime(2026, 12, 1, 7, tzinfo=UTC),
        ends_at=datetime(2026, 12, 1, 8, 30, tzinfo=UTC),
        repeats=True,
        place="Москва, Ленина 1",
        organiser=Address("Пётр", "petr@ladoga.example"),
    )


def test_whole_days_end_on_their_last() -> None:
    """The format names the day after."""
    found = invitation("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261203")
    assert (found.first_day, found.last_day) == (date(2026, 12, 1), date(2026, 12, 2))


def test_times_without_a_zone_are_the_senders() -> None:
    """As his clock shows them."""
    headers = "Date: Mon, 23 Nov 2026 10:00:00 +0500\r\n"
    calendar = (
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261201T100000\r\nEND:VEVENT\r\nEND:VCALENDAR"
    )
    kind = "Content-Type: text/calendar; name=a.ics\r\n"
    (found,) = parse(letter(calendar, headers + kind)).invitations
    assert found.starts_at == datetime(2026, 12, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("method", "status", "kind"),
    [
        ("CANCEL", "CONFIRMED", InvitationKind.CANCELLED),
        ("REQUEST", "CANCELLED", InvitationKind.CANCELLED),
        ("COUNTER", "CONFIRMED", InvitationKind.PROPOSED),
        ("PUBLISH", "CONFIRMED", InvitationKind.EVENT),
    ],
)
def test_what_a_letter_does_about_an_appointment_is_told_apart(
    method: str, status: str, kind: InvitationKind
) -> None:
    """By its method, and by what it says of the appointment."""
    assert invitation(f"STATUS:{status}", method=method).kind is kind


def test_an_answer_says_whose_it_is_and_what() -> None:
    """The only participant of an answer is its author."""
    found = invitation("ATTENDEE;PARTSTAT=DECLINED;CN=Анна:mailto:a@b.example", method="REPLY")
    assert (found.kind, found.reply) == (InvitationKind.ANSWERED, Reply.DECLINED)
    assert found.answered_by == Address("Анна", "a@b.example")


@pytest.mark.parametrize(
    "lines", [("DTSTART:garbage",), ("DTSTART:20261301T250000",), ("BEGIN:VEVENT",)]
)
def test_a_broken_appointment_is_a_file_like_any_other(lines: tuple[str, ...]) -> None:
    """The letter is read all the same."""
    read = parse(event(*lines))
    assert (read.problem, read.text, len(read.files)) == (None, "Жду", 1)


def test_business_cards_of_old_and_new_programs_are_read() -> None:
    """Quoted-printable as phones write it, and addresses as links."""
    name = "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9F=D1=91=D1=82=D1=80"
    assert cards("VERSION:2.1", name, "TEL;WORK:+7 495 1", "EMAIL:p@l.example") == [
        "Пётр|('+7 495 1',)|('p@l.example',)|"
    ]
    assert cards("VERSION:4.0", "FN:Анна", "TEL;VALUE=uri:tel:+7-921", "ORG:Мир;Отдел") == [
        "Анна|('+7-921',)|()|Мир"
    ]


def test_a_card_without_a_name_or_an_end_is_none() -> None:
    """It stays a file."""
    assert cards("VERSION:3.0", "NOTE:x") == []
    broken = attachment('filename="a.vcf"', b"BEGIN:VCARD\r\nFN:A", "text/vcard")
    assert parse(multipart("\r\n", broken)).business_cards == ()


def test_what_was_found_is_kept_with_the_texts() -> None:
    """Whoever opens the letter sees it."""
    read = parse(event("DTSTART:20261201T100000Z"))
    assert body_of(read).invitations == read.invitations
