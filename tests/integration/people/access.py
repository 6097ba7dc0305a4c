"""Who may call which route of people."""

from datetime import timedelta

from tests.integration.people import provider, security
from tests.support.access import Call, Row, fixed
from tests.support.outbox import letters
from tests.support.personas import SIGNED_IN, STAFF, P
from tests.support.scene import PASSWORD, Scene

from portal.clock import utc_now
from portal.ids import new_id


def session(scene: Scene) -> Call:
    """Signing in as an employee who has a password."""
    employee = _employee(scene, password=PASSWORD)
    return Call("/people/sessions", {"email": employee["email"], "password": PASSWORD})


def refreshed(scene: Scene) -> Call:
    """Going on with the session of a cookie."""
    return Call("/people/sessions/refresh", headers={"Cookie": _cookie(scene)})


def ended(scene: Scene) -> Call:
    """Ending the session of a cookie."""
    return Call("/people/sessions", headers={"Cookie": _cookie(scene)})


def forgotten(scene: Scene) -> Call:
    """A letter for an employee who has a password."""
    employee = _employee(scene, password=PASSWORD)
    return Call("/people/password-resets", {"email": employee["email"]})


def checked(scene: Scene) -> Call:
    """A link from a letter."""
    return Call("/people/passwords/check", {"token": token(scene)})


def chosen(scene: Scene) -> Call:
    """A password by a link from a letter."""
    return Call("/people/passwords", {"token": token(scene), "password": PASSWORD})


def invited_again(scene: Scene) -> Call:
    """Another letter for an employee who has no password."""
    return Call(f"/people/employees/{_employee(scene)['id']}/invitation", {})


def token(scene: Scene) -> str:
    """What opens the link in the letter to a new employee."""
    to = _employee(scene)["email"]
    scene.bus.carry("people.")
    found = letters(to)[-1].partition("#token=")[2]
    return found.split()[0]


def me(scene: Scene) -> Call:
    """Oneself, in a directory that has everyone."""
    assert scene.directory
    return Call("/people/me")


def one(scene: Scene) -> Call:
    """An employee of the directory."""
    return Call(f"/people/employees/{_employee(scene)['id']}")


def card_of(scene: Scene) -> Call:
    """What an employee gives to a client."""
    return Call(f"{one(scene).path}/business-card")


def renamed(scene: Scene) -> Call:
    """An employee with another name."""
    return Call(f"/people/employees/{_employee(scene)['id']}", {"name": "Иван Новый"})


def password(scene: Scene) -> Call:
    """A new password for an employee."""
    path = f"/people/employees/{_employee(scene)['id']}/password"
    return Call(path, {"password": PASSWORD})


def department(scene: Scene) -> Call:
    """A department with another name."""
    made = scene.made("/people/departments", {"name": "Сбыт"}, P.OWNER)
    return Call(f"/people/departments/{made['id']}", {"name": "Продажи"})


def new_employee(_: Scene) -> Call:
    """Somebody who is not in the directory yet."""
    return Call("/people/employees", {"name": "Новый", "email": _address()})


def new_client(_: Scene) -> Call:
    """An account for a contact."""
    body = {"name": "Клиент", "email": _address(), "contact_id": new_id(), "password": PASSWORD}
    return Call("/people/clients", body)


def client_closed(scene: Scene) -> Call:
    """A client's account that is closed."""
    body = {"name": "Клиент", "email": _address(), "contact_id": new_id()}
    made = scene.made("/people/clients", body, P.OWNER)
    return Call(f"/people/clients/{made['id']}", {"active": False})


def imported(_: Scene) -> Call:
    """A list with one employee who is not in the directory yet."""
    row = {"name": "Новый", "email": _address()}
    return Call("/people/employee-imports", {"rows": [row], "dry_run": False, "invite": True})


def leaving(scene: Scene) -> Call:
    """An employee who leaves all his work to the seller."""
    assert scene.directory
    path = f"/people/employees/{_employee(scene)['id']}/deactivation"
    kinds = ("deal", "lead", "contact", "company", "reminder")
    return Call(path, {"hand_over": dict.fromkeys(kinds, scene.id_of(P.SELLER))})


def away(scene: Scene) -> Call:
    """A fortnight's absence that begins today, of somebody whom the directory has."""
    assert scene.directory
    today = utc_now().date()
    days = {"since": str(today), "until": str(today + timedelta(days=14))}
    return Call("/people/me/absence", {**days, "text": "Я в отпуске."})


ROWS = {
    "absences": Row(fixed("/people/absences"), STAFF),
    "set_absence": Row(away, STAFF),
    "end_absence": Row(fixed("/people/me/absence"), STAFF),
    **provider.ROWS,
    **security.ROWS,
    "health": Row(fixed("/people/health")),
    "sign_in": Row(session),
    "refresh": Row(refreshed),
    "sign_out": Row(ended),
    "ask_for_password": Row(forgotten),
    "check_password_link": Row(checked),
    "set_password_by_link": Row(chosen),
    "me": Row(me, SIGNED_IN),
    "employees": Row(fixed("/people/employees"), STAFF),
    "add_employee": Row(new_employee, {P.OWNER}),
    "employee": Row(one, STAFF),
    "business_card": Row(card_of, SIGNED_IN),
    "change_employee": Row(renamed, {P.OWNER}, refused=403),
    "import_employees": Row(imported, {P.OWNER}),
    "deactivate": Row(leaving, {P.OWNER}),
    "set_password": Row(password, {P.OWNER}),
    "invite": Row(invited_again, {P.OWNER}),
    "clients": Row(fixed("/people/clients"), {P.OWNER, P.HEAD, P.OTHER_HEAD}),
    "add_client": Row(new_client, {P.OWNER}),
    "change_client": Row(client_closed, {P.OWNER}),
    "departments": Row(fixed("/people/departments"), STAFF),
    "add_department": Row(fixed("/people/departments", {"name": "Склад"}), {P.OWNER, P.HR}),
    "change_department": Row(department, {P.OWNER, P.HR}),
}


def _address() -> str:
    return f"{new_id().lower()}@demo.example"


def _employee(scene: Scene, **more: str) -> dict[str, str]:
    body = {"name": "Иван", "email": _address()} | more
    made: dict[str, str] = scene.made("/people/employees", body, P.OWNER)
    return made


def _cookie(scene: Scene) -> str:
    call = session(scene)
    signed_in = scene.call(P.NOBODY, "POST", call.path, call.body)
    return signed_in.headers["Set-Cookie"].partition(";")[0]
