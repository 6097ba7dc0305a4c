"""Who a token says its bearer is, and which tokens say nothing."""

from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from tests.support.tokens import Keys, signing_key, token_of, verifier

from portal.errors import UnauthenticatedError
from portal.identity import Revocation, Verifier, from_claim, to_claim
from portal.principals import Principal, Role

SELLER = Principal(
    id="01JD5B8Q3V7W2X4Y6Z8A0C1E3J",
    name="Иван Продавцов",
    roles=frozenset({Role.EMPLOYEE}),
    department_ids=frozenset({"01JD5B8Q3V7W2X4Y6Z8A0C1E3K"}),
)


def bearer(token: str) -> str:
    return f"Bearer {token}"


def test_a_claim_survives_the_journey() -> None:
    """A principal and the instant of issue come back as they went in."""
    now = datetime(2026, 3, 2, 9, 15, 0, 123000, UTC)
    assert from_claim(to_claim(SELLER, now)) == (SELLER, now)


def test_a_good_token_names_its_bearer() -> None:
    """What the user pool signed is believed."""
    assert verifier().principal(bearer(token_of(SELLER))) == SELLER


@pytest.mark.parametrize("header", [None, "", "Basic abc", "Bearer", "Bearer ", "Bearer a.b.c"])
def test_no_token_is_nobody(header: str | None) -> None:
    """Without a bearer token there is no principal."""
    with pytest.raises(UnauthenticatedError):
        verifier().principal(header)


@pytest.mark.parametrize(
    "claims",
    [
        {"exp": 1},
        {"iss": "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_other"},
        {"client_id": "another-client"},
        {"token_use": "id"},
        {"exp": None},
    ],
)
def test_a_token_for_another_purpose_is_refused(claims: dict[str, Any]) -> None:
    """Expired, of another pool, for another client, of another use, without an end: each is refused."""
    with pytest.raises(UnauthenticatedError):
        verifier().principal(bearer(token_of(SELLER, **claims)))


def test_the_algorithm_is_not_the_tokens_choice() -> None:
    """A token that names no algorithm, or the public key as a shared secret, is refused."""
    claims = jwt.decode(token_of(SELLER), options={"verify_signature": False})
    stranger = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    forged = [
        jwt.encode(claims, "", algorithm="none", headers={"kid": "test"}),
        jwt.encode(claims, "s" * 32, algorithm="HS256", headers={"kid": "test"}),
        jwt.encode(claims, stranger, algorithm="RS256", headers={"kid": "test"}),
        jwt.encode(claims, signing_key(), algorithm="RS512", headers={"kid": "test"}),
    ]
    for token in forged:
        with pytest.raises(UnauthenticatedError):
            verifier().principal(bearer(token))


def test_tokens_issued_before_a_change_of_rights_end() -> None:
    """What was issued before the change is refused, what is issued after it is honoured."""
    changed_at = datetime.now(UTC) - timedelta(minutes=1)
    usual = verifier()
    strict = Verifier(usual.issuer, usual.client_id, Keys(), lambda _: Revocation(changed_at))
    assert strict.principal(bearer(token_of(SELLER))) == SELLER
    with pytest.raises(UnauthenticatedError):
        strict.principal(bearer(token_of(SELLER, age=timedelta(minutes=2))))


def test_an_ended_session_takes_its_tokens_along() -> None:
    """However fresh they are; the tokens of another session go on."""
    usual = verifier()
    revoked = Revocation(session_ids=frozenset({"ended"}))
    strict = Verifier(usual.issuer, usual.client_id, Keys(), lambda _: revoked)
    other = strict.principal(bearer(token_of(SELLER, origin_jti="other")))
    assert (other, other.session_id) == (SELLER, "other")
    with pytest.raises(UnauthenticatedError):
        strict.principal(bearer(token_of(SELLER, origin_jti="ended")))
