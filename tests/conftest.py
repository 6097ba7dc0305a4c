"""What every test may rely on: no network, no account, an environment of its own."""

import os

import pytest

from tests.support import cost_table

ENVIRONMENT = {
    "AWS_REGION": "us-east-1",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "POWERTOOLS_SERVICE_NAME": "test",
    "POWERTOOLS_DEV": "false",
    "MAIL_DOMAIN": "demo.example",
    "BUS_NAME": "portal-test",
    "USER_POOL_ID": "us-east-1_test",
    "USER_POOL_CLIENT_ID": "test-client",
    "PEOPLE_API": "http://people.test/api",
    "CRM_API": "http://crm.test/api",
    "PORTAL_URL": "http://portal.test",
    "MAIL_BUCKET": "portal-mail",
    "FILES_BUCKET": "portal-files",
    "REPLY_SECRET_ID": "portal-reply",
}
# Modules read some of these while they are imported, which is before any fixture runs.
os.environ.update(ENVIRONMENT)


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that changes the environment changes it for itself alone."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints what was measured, whichever process measured it."""
    cost_table.print_to(terminalreporter)
