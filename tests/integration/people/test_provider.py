"""Signing in through the company's own provider, over HTTP and against one that really answers."""

import pytest
from tests.integration.people.browsers import Open, query_of
from tests.support import issuer
from tests.support.http import Client

SELLER = "seller@demo.example"


def test_a_person_comes_in_by_the_provider(open_browser: Open, provider: str) -> None:
    """As himself, to the page that he wanted; his session goes on and says how it began."""
    browser = open_browser(provider)
    reply = browser.come("seller", to="/deals?view=list")
    assert reply.status == 201, reply.text
    assert (reply.json["person"]["email"], reply.json["to"]) == (SELLER, "/deals?view=list")
    cookie = str(reply.headers["Set-Cookie"])
    assert "HttpOnly; Secure; SameSite=Strict" in cookie
    refreshed = browser.client.post("/people/sessions/refresh", Cookie=cookie.partition(";")[0])
    assert refreshed.status == 201, refreshed.text
    signed_in = Client(browser.client.module, refreshed.json["access_token"])
    (session,) = signed_in.get("/people/sessions").json["items"]
    assert session["by_provider"]
    link = signed_in.get("/people/provider/link").json
    assert (link["linked"], link["email"]) == (True, SELLER)


def test_a_newcomer_has_the_name_that_the_provider_knows(open_browser: Open, provider: str) -> None:
    """In Cyrillic, and with the role of the deployment alone."""
    person = open_browser(provider).come("newcomer").json["person"]
    assert (person["name"], person["roles"]) == ("Анна Ёлкина-Щукина", ["employee"])


def test_an_address_that_nobody_has_checked_opens_nothing(
    open_browser: Open, provider: str
) -> None:
    """The reason is for the page; the sentence, for everybody else."""
    reply = open_browser(provider).come("unchecked")
    assert (reply.status, reply.json["reason"]) == (401, "provider_unverified")
    assert "Set-Cookie" not in reply.headers


def test_what_the_provider_is_asked(open_browser: Open, provider: str) -> None:
    """A code, with PKCE, state and nonce, for the one page of ours; the cookie is for the way back alone."""
    address, cookie = open_browser(provider).begin()
    query = query_of(address)
    assert (query["response_type"], query["code_challenge_method"]) == ("code", "S256")
    assert query["redirect_uri"] == "http://portal.test/sign-in/callback"
    assert {"state", "nonce", "code_challenge"} <= set(query)
    assert "SameSite=Strict; Path=/api/people/provider; Max-Age=600" in cookie
    assert cookie.partition("=")[2].partition(";")[0] not in address


def test_an_answer_counts_once_and_in_its_own_browser(open_browser: Open, provider: str) -> None:
    """Replayed, or brought by whoever was given the address, it opens nothing."""
    browser = open_browser(provider)
    address, cookie = browser.begin()
    answer = issuer.consent(address, "seller")
    for foreign in ("", browser.begin()[1], cookie.replace("=", "=x", 1)):
        assert browser.finish(answer, foreign).json["reason"] == "provider_expired"
    assert browser.finish({**answer, "state": "sign-in.x"}, cookie).status == 401
    assert browser.finish(answer, cookie).status == 201
    assert browser.finish(answer, cookie).json["reason"] == "provider_expired"


@pytest.mark.parametrize(
    "to",
    ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\tb"],
)
def test_nobody_is_sent_elsewhere(open_browser: Open, provider: str, to: str) -> None:
    """A page that is none of ours becomes the first one."""
    assert open_browser(provider).come("seller", to=to).json["to"] == "/"
