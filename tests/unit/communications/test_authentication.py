"""Whose word a verdict is, and what it means."""

import pytest
from tests.unit.communications.letters import letter, stamps

from chalicelib.communications.mail import parse
from chalicelib.communications.model import Verdicts

FORGED = (
    "Authentication-Results: amazonses.com; spf=pass; dkim=pass header.i=@zakaz.example;"
    " dmarc=pass header.from=zakaz.example\r\nX-SES-Virus-Verdict: PASS\r\n"
)
FOREIGN = "Received: from a by b; Mon, 23 Nov 2026 10:00:00 +0000\r\n"


def test_the_servers_verdicts_are_kept() -> None:
    """SPF, DKIM, DMARC, spam and virus, as they were found."""
    read = parse(letter())
    found = read.verdicts
    assert (found.spf, found.dkim, found.dmarc) == ("pass", "pass", "pass")
    assert (found.spam, found.virus, found.infected) == ("pass", "pass", False)
    assert read.authenticated
    assert read.envelope == ("sales@demo.example",)


@pytest.mark.parametrize("between", ["", FOREIGN])
def test_a_forged_verdict_below_the_servers_counts_for_nothing(between: str) -> None:
    """Anybody may write such a header; the first one is the server's."""
    top = stamps(spf="fail", dkim="none", dmarc="fail", virus="FAIL")
    read = parse(letter(headers=between + FORGED, top=top))
    assert read.authenticated is False
    assert (read.verdicts.dmarc, read.verdicts.infected) == ("fail", True)


@pytest.mark.parametrize("top", ["", FOREIGN, FOREIGN + FORGED, FORGED + FOREIGN])
def test_without_the_servers_stamp_nothing_is_believed(top: str) -> None:
    """A letter that came by another way proves nothing."""
    read = parse(letter(top=top))
    assert (read.authenticated, read.verdicts, read.envelope) == (False, Verdicts(), ())


def test_another_servers_verdict_is_passed_over() -> None:
    """Only our own authority speaks for us."""
    other = "Authentication-Results: mx.google.com; dmarc=fail header.from=zakaz.example\r\n"
    top = stamps()
    first, rest = top.split("X-SES-Spam", 1)
    assert parse(letter(top=f"{first}{other}X-SES-Spam{rest}")).authenticated


@pytest.mark.parametrize(
    "words",
    [
        "(dmarc=pass header.from=zakaz.example;",
        '"; dmarc=pass header.from=zakaz.example; x="@evil.example',
        "x(a(b; dmarc=pass header.from=zakaz.example)c)",
    ],
)
def test_a_senders_own_words_are_no_result(words: str) -> None:
    """What stands in the envelope address or in a comment cannot say that DMARC passed."""
    top = stamps(spf="none", dkim="none", dmarc="fail").replace(
        "bounce@zakaz.example; helo", f"{words}; helo"
    )
    assert words in top
    assert parse(letter(top=top)).authenticated is False


def test_contradicting_results_are_a_failure() -> None:
    """Two answers to one question are none."""
    top = stamps(spf="none", dkim="none", dmarc="fail").replace(
        "helo=mx.example;", "helo=x; dmarc=pass header.from=zakaz.example;"
    )
    assert parse(letter(top=top)).verdicts.dmarc == "fail"


@pytest.mark.parametrize(
    ("spf", "dkim", "domain", "authenticated"),
    [
        ("pass", "none", "zakaz.example", True),
        ("none", "pass", "zakaz.example", True),
        ("pass", "none", "mail.zakaz.example", True),
        ("pass", "pass", "evil.example", False),
        ("pass", "pass", "notzakaz.example", False),
        ("pass", "pass", "example", False),
        ("softfail", "fail", "zakaz.example", False),
        ("none", "none", "zakaz.example", False),
    ],
)
@pytest.mark.parametrize("dmarc", ["none", "temperror"])
def test_without_a_policy_spf_or_dkim_of_the_senders_domain_decide(
    spf: str, dkim: str, domain: str, dmarc: str, *, authenticated: bool
) -> None:
    """A pass for somebody else's domain is worth nothing."""
    read = parse(letter(top=stamps(spf=spf, dkim=dkim, dmarc=dmarc, domain=domain)))
    assert read.authenticated is authenticated


def test_dmarc_of_another_domain_is_not_the_senders() -> None:
    """The verdict must be about the address that is shown."""
    assert parse(letter(top=stamps(domain="evil.example"))).authenticated is False


@pytest.mark.parametrize(
    "headers",
    ["From: Boss <boss@zakaz.example>\r\n", "From: a@zakaz.example, b@zakaz.example\r\n"],
)
def test_two_authors_are_not_believed(headers: str) -> None:
    """A reader may see another one than the server looked at."""
    assert parse(letter(headers=headers)).authenticated is False


def test_the_envelope_is_the_servers_last_word() -> None:
    """A sender's greeting cannot name a recipient."""
    top = stamps("reply+x@demo.example").replace("(mx.example", "(for boss@demo.example;")
    assert parse(letter(top=top)).envelope == ("reply+x@demo.example",)
