"""Who works at the demo company."""

import json

from infra.local.aws import Aws
from infra.local.seed.client import Client, SeedError

DOMAIN = "demo.example"
PASSWORD = "demo-Portal-1"  # noqa: S105  # printed at every start
_OWNER = f"owner@{DOMAIN}"

_DEPARTMENTS = {
    "sales": "Отдел продаж",
    "engineering": "Технический отдел",
    "finance": "Бухгалтерия",
    "hr": "Отдел кадров",
}
_EMPLOYEES: tuple[tuple[str, str, str, str, tuple[str, ...]], ...] = (
    ("head", "Елена Соколова", "Руководитель отдела продаж", "sales", ("head", "employee")),
    ("seller", "Иван Петров", "Менеджер по продажам", "sales", ("employee",)),
    ("seller2", "Мария Орлова", "Менеджер по продажам", "sales", ("employee",)),
    ("engineer", "Сергей Волков", "Инженер", "engineering", ("employee",)),
    ("accountant", "Анна Белова", "Бухгалтер", "finance", ("accountant", "employee")),
    ("hr", "Ольга Новикова", "Специалист по кадрам", "hr", ("hr", "employee")),
)
ACCOUNTS = (_OWNER, *(f"{login}@{DOMAIN}" for login, *_ in _EMPLOYEES))


def owner(aws: Aws, client: Client, stage: str) -> None:
    """Signs the first owner in, adding him where there is none."""
    if client.sign_in(_OWNER, PASSWORD):
        return
    person = {"name": "Дмитрий Кузнецов", "email": _OWNER, "password": PASSWORD}
    answer = aws.client("lambda").invoke(
        FunctionName=f"portal-{stage}-people-bootstrap", Payload=json.dumps(person)
    )
    if "FunctionError" in answer or not client.sign_in(_OWNER, PASSWORD):
        raise SeedError(f"The first owner could not be added: {answer['Payload'].read().decode()}")


def furnish(client: Client) -> None:
    """Adds the departments and the people."""
    departments = {
        key: client.post("/people/departments", {"name": name}, f"department-{key}")["id"]
        for key, name in _DEPARTMENTS.items()
    }
    people = {login: _hire(client, departments, login, *rest) for login, *rest in _EMPLOYEES}
    client.patch(f"/people/departments/{departments['sales']}", {"head_id": people["head"]})


def _hire(  # noqa: PLR0913  # a row of the table above
    client: Client,
    departments: dict[str, str],
    login: str,
    name: str,
    job_title: str,
    department: str,
    roles: tuple[str, ...],
) -> str:
    body = {
        "name": name,
        "email": f"{login}@{DOMAIN}",
        "job_title": job_title,
        "roles": roles,
        "department_ids": [departments[department]],
        "password": PASSWORD,
    }
    return str(client.post("/people/employees", body, f"employee-{login}")["id"])
