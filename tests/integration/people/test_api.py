"""People over HTTP."""

import boto3
import pytest
from tests.integration.conftest import Sign
from tests.support.http import Client

from portal.ids import new_id
from portal.principals import Principal, Role

OWNER = Principal(new_id(), "Ольга Хозяйкина", frozenset({Role.OWNER}))


@pytest.fixture
def owner(api: Sign, monkeypatch: pytest.MonkeyPatch, aws: None) -> Client:
    cognito = boto3.client("cognito-idp")
    pool = cognito.create_user_pool(PoolName="test")["UserPool"]["Id"]
    client = cognito.create_user_pool_client(UserPoolId=pool, ClientName="test")["UserPoolClient"][
        "ClientId"
    ]
    monkeypatch.setenv("USER_POOL_ID", pool)
    monkeypatch.setenv("USER_POOL_CLIENT_ID", client)
    return api("people", OWNER)


def test_an_owner_adds_an_employee_who_then_stands_in_the_directory(owner: Client) -> None:
    """What was sent comes back, and the list has it."""
    added = owner.post(
        "/people/employees",
        {"name": "Иван Продавцов", "email": "Ivan@Demo.example", "phone": "8 912 345-67-89"},
    )
    assert added.status == 201, added.text
    assert added.json["email"] == "ivan@demo.example"
    assert added.json["phone"] == "+79123456789"
    assert owner.get("/people/employees").json["items"] == [added.json]


def test_a_client_is_given_a_business_card_and_no_more(owner: Client, api: Sign) -> None:
    """Name, post and phone; once its bearer has left there is none, and a client has none."""
    person = {"name": "Иван Продавцов", "email": "ivan@demo.example", "phone": "+79123456789"}
    ivan = owner.post("/people/employees", person | {"job_title": "Менеджер"}).json
    client = api("people", Principal(new_id(), "Клим", frozenset({Role.CLIENT})))
    path = f"/people/employees/{ivan['id']}"
    assert client.get(f"{path}/business-card").json == {
        "id": ivan["id"],
        "name": "Иван Продавцов",
        "job_title": "Менеджер",
        "phone": "+79123456789",
    }
    assert client.get(path).status == 403
    assert owner.patch(path, {"active": False}).status == 200
    assert client.get(f"{path}/business-card").status == 404


def test_an_address_signs_in_one_person_only(owner: Client) -> None:
    """The second one to take it is told, and is not stored."""
    owner.post("/people/employees", {"name": "A", "email": "a@demo.example"})
    second = owner.post("/people/employees", {"name": "B", "email": "A@demo.example"})
    assert (second.status, second.json["title"]) == (409, "Conflict")
    assert len(owner.get("/people/employees").json["items"]) == 1


@pytest.mark.parametrize(
    ("body", "status", "pointer"),
    [
        ("{", 400, None),
        ({"name": "A"}, 422, "/email"),
        ({"name": "A\0", "email": "a@demo.example"}, 422, "/name"),
        ({"name": "A", "email": "a@demo.example", "salary": 1}, 422, "/salary"),
    ],
)
def test_bad_input_says_where(
    owner: Client, body: object, status: int, pointer: str | None
) -> None:
    """Each wrong body gets a problem answer that points at the field."""
    reply = owner.post("/people/employees", body)
    assert reply.status == status
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert pointer is None or reply.json["errors"][0]["pointer"] == pointer


def test_a_repeated_key_adds_once(owner: Client) -> None:
    """The second answer is the first one again."""
    body = {"name": "A", "email": "a@demo.example"}
    replies = [owner.post("/people/employees", body, Idempotency_Key="k") for _ in range(2)]
    assert replies[0].json == replies[1].json
    assert owner.post("/people/employees", body | {"name": "B"}, Idempotency_Key="k").status == 422


def test_pages_follow_each_other(owner: Client) -> None:
    """Every person comes once, in the order of names."""
    for name in ("Яна", "Анна", "Борис"):
        owner.post("/people/employees", {"name": name, "email": f"{ord(name[0])}@demo.example"})
    names, cursor = [], ""
    while cursor is not None:
        page = owner.get(f"/people/employees?limit=1{cursor and f'&cursor={cursor}'}").json
        names += [person["name"] for person in page["items"]]
        cursor = page["next"]
    assert names == ["Анна", "Борис", "Яна"]
    assert owner.get("/people/employees?cursor=abc").status == 422


def test_a_head_begins_and_ceases_to_lead(owner: Client) -> None:
    """The rights follow the department's head."""
    ids = [
        owner.post("/people/employees", {"name": n, "email": f"{n}@demo.example"}).json["id"]
        for n in "ab"
    ]
    sales = owner.post("/people/departments", {"name": "Продажи", "head_id": ids[0]}).json
    assert owner.get(f"/people/employees/{ids[0]}").json["headed_department_ids"] == [sales["id"]]
    owner.patch(f"/people/departments/{sales['id']}", {"head_id": ids[1]})
    heads = [owner.get(f"/people/employees/{i}").json["headed_department_ids"] for i in ids]
    assert heads == [[], [sales["id"]]]


def test_two_people_saving_one_record(owner: Client) -> None:
    """Who saves second is told, and nothing of it is stored."""
    added = owner.post("/people/employees", {"name": "A", "email": "a@demo.example"})
    path, seen = f"/people/employees/{added.json['id']}", added.headers["ETag"]
    assert owner.patch(path, {"name": "B"}, If_Match=seen).status == 200
    assert owner.patch(path, {"name": "C"}, If_Match=seen).status == 412
    assert owner.get(path).json["name"] == "B"


def test_sign_in_and_out(owner: Client) -> None:
    """A wrong password and an unknown person get the same answer."""
    owner.post(
        "/people/employees", {"name": "A", "email": "a@demo.example", "password": "demo-Portal-1"}
    )
    stranger = Client(owner.module)
    wrong = stranger.post("/people/sessions", {"email": "a@demo.example", "password": "x"})
    unknown = stranger.post("/people/sessions", {"email": "zz@demo.example", "password": "x"})
    assert (wrong.status, wrong.json) == (unknown.status, unknown.json)
    assert wrong.status == 401
