"""A provider that answers wrongly is not believed."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from tests.integration.people.browsers import Browser, Open, query_of
from tests.support.http import Reply
from tests.support.issuer import Claims, Liar, sign
from tests.support.tokens import signing_key


def _stranger() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _public_text() -> bytes:
    return signing_key().public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _by_public_key(claims: Claims) -> str:
    """What whoever reads our issuer's keys could sign, were they taken for a shared secret."""
    algorithm = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256)
    head, body, _ = sign(claims).split(".")
    header = jwt.utils.base64url_encode(b'{"alg":"HS256","kid":"test"}').decode()
    signature = algorithm.sign(f"{header}.{body}".encode(), _public_text())
    assert head
    return f"{header}.{body}.{jwt.utils.base64url_encode(signature).decode()}"


LIES: Mapping[str, Callable[[Claims], Any]] = {
    "no signature": lambda claims: jwt.encode(
        claims, "", algorithm="none", headers={"kid": "test"}
    ),
    "a stranger's signature": lambda claims: sign(claims, key=_stranger()),
    "the public key as a secret": _by_public_key,
    "another audience": lambda claims: {**claims, "aud": "another"},
    "another party": lambda claims: {**claims, "aud": ["portal", "b"], "azp": "b"},
    "another issuer": lambda claims: {**claims, "iss": "https://evil.example"},
    "another nonce": lambda claims: {**claims, "nonce": "replayed"},
    "no nonce": lambda claims: {k: v for k, v in claims.items() if k != "nonce"},
    "an old token": lambda claims: {**claims, "exp": claims["iat"] - 3600},
    "a token of tomorrow": lambda claims: {**claims, "iat": claims["iat"] + 86400},
    "no token": lambda _: "",
    "nonsense": lambda _: "a.b.c",
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lying_issuer_is_not_believed(open_browser: Open, lying: Liar, lie: str) -> None:
    """Whatever is wrong with its token."""
    lying.lie = LIES[lie]
    reply = _there_and_back(open_browser(lying.url))
    assert (reply.status, reply.json.get("reason")) == (401, "provider_distrusted"), reply.text


def test_an_honest_one_is(open_browser: Open, lying: Liar) -> None:
    """And it is shown the verifier of the challenge that it was sent."""
    browser = open_browser(lying.url)
    address, cookie = browser.begin()
    query = query_of(address)
    assert browser.finish({**query, "code": query["nonce"]}, cookie).status == 201
    (form,) = lying.forms
    assert form["grant_type"] == "authorization_code"
    assert _challenge_of(form["code_verifier"]) == query["code_challenge"]


def test_an_issuer_that_is_silent_is_named(open_browser: Open) -> None:
    """It may answer later."""
    browser = open_browser("http://127.0.0.1:9")
    reply = browser.client.post("/people/provider/tickets", {})
    assert (reply.status, "does not answer" in reply.json["detail"]) == (503, True)


def _there_and_back(browser: Browser) -> Reply:
    """The liar's code is the nonce of the request that it is for."""
    address, cookie = browser.begin()
    query = query_of(address)
    return browser.finish({"state": query["state"], "code": query["nonce"]}, cookie)


def _challenge_of(verifier: str) -> str:
    return jwt.utils.base64url_encode(sha256(verifier.encode()).digest()).decode()
