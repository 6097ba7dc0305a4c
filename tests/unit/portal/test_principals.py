"""One rule decides what anybody sees."""

import pytest

from portal.principals import (
    OWNER_GRANT,
    Principal,
    Role,
    contact_grant,
    employee_grant,
    head_grant,
)

AUDIENCE = {employee_grant("seller"), head_grant("sales"), OWNER_GRANT, contact_grant("petrov")}


@pytest.mark.parametrize(
    ("principal", "sees"),
    [
        (Principal("seller", "", frozenset({Role.EMPLOYEE})), True),
        (Principal("other", "", frozenset({Role.EMPLOYEE}), frozenset({"sales"})), False),
        (Principal("boss", "", frozenset({Role.HEAD}), headed_ids=frozenset({"sales"})), True),
        (Principal("boss", "", frozenset({Role.HEAD}), headed_ids=frozenset({"service"})), False),
        (Principal("owner", "", frozenset({Role.OWNER})), True),
        (Principal("hr", "", frozenset({Role.HR})), False),
        (Principal("x", "", frozenset({Role.CLIENT}), contact_id="petrov"), True),
        (Principal("x", "", frozenset({Role.CLIENT}), contact_id="sidorov"), False),
        (Principal("x", "", frozenset({Role.CLIENT})), False),
        (Principal("seller", "", frozenset({Role.CLIENT}), contact_id="sidorov"), False),
        (Principal("x", "", frozenset({Role.PARTNER}), headed_ids=frozenset({"sales"})), False),
    ],
)
def test_grants_meet_the_audience(principal: Principal, *, sees: bool) -> None:
    """Only who holds a grant that the audience names sees the record."""
    assert principal.may_see(AUDIENCE) is sees
