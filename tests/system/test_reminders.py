"""A reminder fires on time, in the portal and by mail."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from tests.system.person import Person
from tests.system.portal import Portal, eventually, plain

pytestmark = pytest.mark.system


def test_a_reminder_fires_once_in_the_portal_and_by_mail(
    portal: Portal, seller: Person, press: dict[str, str], subject: str
) -> None:
    """The schedule ticks each minute; here its function is called, twice at the same time."""
    at = (datetime.now(UTC) + timedelta(seconds=2)).isoformat().replace("+00:00", "Z")
    seller.post("/notifications/reminders", {"at": at, "text": subject, "about": press})

    def ticked() -> object:
        tick(portal)
        return seller.told("reminder", subject)

    assert eventually(ticked)
    tick(portal)
    found = seller.get("/notifications", limit="100")["items"]
    assert len([n for n in found if subject in n["text"]]) == 1
    mailed = eventually(lambda: letter_about(portal, subject))
    assert mailed == "seller@demo.example"


def test_the_schedule_calls_the_function_each_minute(portal: Portal) -> None:
    """Nobody needs to call it: one rule that is on has the function for its target."""
    events = portal.aws("events")
    rules = [r for r in events.list_rules()["Rules"] if "ScheduleExpression" in r]
    called = {
        target["Arn"].rpartition(":")[2]: (rule["ScheduleExpression"], rule["State"])
        for rule in rules
        for target in events.list_targets_by_rule(Rule=rule["Name"])["Targets"]
    }
    assert called["portal-local-notifications-tick"] == ("rate(1 minute)", "ENABLED")


def tick(portal: Portal) -> None:
    """A minute passes."""
    answer = portal.aws("lambda").invoke(
        FunctionName="portal-local-notifications-tick", Payload=json.dumps({})
    )
    assert "FunctionError" not in answer, answer["Payload"].read()


def letter_about(portal: Portal, text: str) -> str | None:
    """Whom a letter that says this was sent to."""
    return next((str(m["To"]) for m in portal.outbox() if text in plain(m)), None)
