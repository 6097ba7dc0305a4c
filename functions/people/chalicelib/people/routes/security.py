"""The second factor, and what is asked of those who sign in."""

from http import HTTPStatus

from chalicelib.people import schemas
from chalicelib.people.service import People
from portal.principals import Principal, Role
from portal.routes import NEWCOMERS, SIGNED_IN, Answer, Request, Routes, only
from portal.wire import PageQuery, PageView

routes = Routes("people")


@routes.get("/second-factor", NEWCOMERS)
def second_factor(people: People, caller: Principal) -> schemas.FactorView:
    """How I prove who I am."""
    return schemas.FactorView.model_validate(people.factors.state(caller.id))


@routes.post("/second-factor/enrolments", NEWCOMERS)
def begin_second_factor(
    people: People, caller: Principal, body: schemas.OwnPassword
) -> schemas.EnrolmentView:
    """A new secret for my authenticator app; nothing changes until it is confirmed."""
    return schemas.EnrolmentView.model_validate(people.factors.begin(caller, body.password))


@routes.put("/second-factor", NEWCOMERS)
def confirm_second_factor(
    people: People, caller: Principal, body: schemas.OwnProof
) -> schemas.RecoveryCodes:
    """Confirm the secret by the first code; the recovery codes are shown this once."""
    return schemas.RecoveryCodes(items=people.factors.confirm(caller, body.to_proof()))


@routes.post("/second-factor/recovery-codes", SIGNED_IN)
def renew_recovery_codes(
    people: People, caller: Principal, body: schemas.OwnProof
) -> schemas.RecoveryCodes:
    """New recovery codes in the place of the former ones."""
    return schemas.RecoveryCodes(items=people.factors.renew_codes(caller, body.to_proof()))


@routes.post("/second-factor/removal", SIGNED_IN, HTTPStatus.NO_CONTENT)
def remove_second_factor(people: People, caller: Principal, body: schemas.OwnProof) -> None:
    """From now on my password alone lets me in."""
    people.factors.remove(caller, body.to_proof())


@routes.get("/security-notes", SIGNED_IN)
def my_security_notes(
    people: People, caller: Principal, query: PageQuery
) -> PageView[schemas.SecurityNoteView]:
    """What touched the way in which I sign in, the latest first."""
    return PageView.of(people.noting.page(caller.id, query.page()).map(schemas.SecurityNoteView.of))


@routes.get("/employees/{person_id}/second-factor", only(Role.OWNER))
def second_factor_of(people: People, person_id: str) -> schemas.FactorView:
    """How somebody proves who he is."""
    return schemas.FactorView.model_validate(people.factors.state(person_id))


@routes.delete("/employees/{person_id}/second-factor", only(Role.OWNER))
def reset_second_factor(people: People, caller: Principal, person_id: str) -> None:
    """Take the second factor away from somebody who has lost it; he is told by letter."""
    people.factors.reset(caller, person_id)


@routes.get("/employees/{person_id}/security-notes", only(Role.OWNER))
def security_notes_of(
    people: People, person_id: str, query: PageQuery
) -> PageView[schemas.SecurityNoteView]:
    """What touched the way in which somebody signs in, the latest first."""
    return PageView.of(people.noting.page(person_id, query.page()).map(schemas.SecurityNoteView.of))


@routes.get("/security-policy", only(Role.OWNER))
def security_policy(people: People) -> Answer[schemas.PolicyView]:
    """Who may not go without a second factor."""
    policy = people.security.policy()
    return Answer(schemas.PolicyView.of(policy), version=policy.version)


@routes.put("/security-policy", only(Role.OWNER))
def set_security_policy(
    people: People, body: schemas.NewPolicy, request: Request
) -> Answer[schemas.PolicyView]:
    """Say who may not go without a second factor."""
    policy = people.factors.require(body.required_roles, request.if_match)
    return Answer(schemas.PolicyView.of(policy), version=policy.version)
