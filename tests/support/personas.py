"""The company that every authorization test plays: who asks, and with what in the hand."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import cache

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from portal.identity import CLAIM, to_claim
from portal.ids import new_id
from portal.principals import Principal, Role
from tests.support import tokens

SALES, ENGINEERING, SUPPORT = new_id(), new_id(), new_id()


class Persona(StrEnum):
    """Someone with a certain relation to the records of the seller."""

    OWNER = "owner of the portal"
    HEAD = "head of the seller's department"
    OTHER_HEAD = "head of another department"
    SELLER = "owner of the record"
    PARTICIPANT = "participant of the record"
    STRANGER = "another seller"
    ENGINEER = "engineer"
    HR = "hr"
    ACCOUNTANT = "accountant"
    CLIENT = "client of the card"
    OTHER_CLIENT = "another client"
    NOBODY = "nobody"
    EXPIRED = "expired token"
    OTHER_POOL = "token of another pool"
    FORGED = "forged signature"
    UNSIGNED = "unsigned token"
    REVOKED = "rights changed since"


P = Persona
STAFF = frozenset(
    {
        P.OWNER,
        P.HEAD,
        P.OTHER_HEAD,
        P.SELLER,
        P.PARTICIPANT,
        P.STRANGER,
        P.ENGINEER,
        P.HR,
        P.ACCOUNTANT,
    }
)
SIGNED_IN = STAFF | {P.CLIENT, P.OTHER_CLIENT}
WITHOUT_TOKEN = frozenset(Persona) - SIGNED_IN
RELATED = frozenset({P.OWNER, P.HEAD, P.SELLER, P.PARTICIPANT})
"""The staff who may see the seller's record."""


def _someone(
    name: str, role: Role, *departments: str, heads: str | None = None, contact: str | None = None
) -> Principal:
    return Principal(
        new_id(),
        name,
        frozenset({role}),
        frozenset(departments),
        frozenset({heads} if heads else ()),
        contact,
    )


def cast() -> dict[Persona, Principal]:
    """The company anew; the two clients are of contacts that no card has yet."""
    return {
        P.OWNER: _someone("Ольга Хозяйкина", Role.OWNER),
        P.HEAD: _someone("Глеб Начальников", Role.HEAD, SALES, heads=SALES),
        P.OTHER_HEAD: _someone("Зоя Инженерова", Role.HEAD, ENGINEERING, heads=ENGINEERING),
        P.SELLER: _someone("Иван Продавцов", Role.EMPLOYEE, SALES),
        P.PARTICIPANT: _someone("Пётр Помощников", Role.EMPLOYEE, SUPPORT),
        P.STRANGER: _someone("Семён Сбытов", Role.EMPLOYEE, SALES),
        P.ENGINEER: _someone("Елена Монтажникова", Role.EMPLOYEE, ENGINEERING),
        P.HR: _someone("Нина Кадрова", Role.HR),
        P.ACCOUNTANT: _someone("Борис Счетов", Role.ACCOUNTANT),
        P.CLIENT: _someone("Клим Заказчиков", Role.CLIENT, contact=new_id()),
        P.OTHER_CLIENT: _someone("Чеслав Чужаков", Role.CLIENT, contact=new_id()),
    }


def token_of(persona: Persona, company: Mapping[Persona, Principal]) -> str | None:
    """What that persona sends; a bad token claims the rights of an owner of the portal."""
    if persona in SIGNED_IN:
        return tokens.token_of(company[persona])
    return _BAD_TOKENS[persona](company[P.OWNER])


def _expired(owner: Principal) -> str:
    return tokens.token_of(owner, age=timedelta(hours=1))


def _of_another_pool(owner: Principal) -> str:
    return tokens.token_of(owner, iss=f"{tokens.ISSUER}2")


@cache
def _strange_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _forged(owner: Principal) -> str:
    return jwt.encode(_claims(owner), _strange_key(), algorithm="RS256", headers={"kid": "test"})


def _unsigned(owner: Principal) -> str:
    return jwt.encode(_claims(owner), "", algorithm="none", headers={"kid": "test"})


def _claims(owner: Principal) -> dict[str, object]:
    now = datetime.now(UTC)
    return tokens.usual_claims(owner.id, now) | {CLAIM: to_claim(owner, now)}


_BAD_TOKENS: Mapping[Persona, Callable[[Principal], str | None]] = {
    P.NOBODY: lambda _: None,
    P.EXPIRED: _expired,
    P.OTHER_POOL: _of_another_pool,
    P.FORGED: _forged,
    P.UNSIGNED: _unsigned,
    P.REVOKED: lambda owner: tokens.token_of(owner, age=timedelta(minutes=1)),
}
