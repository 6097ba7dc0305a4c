"""Who and what the demo company is. The people's addresses are promised in the README."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PASSWORD = "demo-Portal-1"  # noqa: S105  # published: these accounts exist on a developer's machine only
DOMAIN = "demo.example"
MAILBOX = f"sales@{DOMAIN}"
OWNER = "owner"
HEAD = "head"
CLIENT = "client"


@dataclass(frozen=True)
class Employee:
    """`login` is the address before the domain."""

    login: str
    name: str
    job_title: str
    roles: tuple[str, ...]
    department: str | None


@dataclass(frozen=True)
class Company:
    """A client's company, kept by the seller of that login."""

    key: str
    seller: str
    name: str
    tax_id: str


@dataclass(frozen=True)
class Contact:
    """A person there."""

    key: str
    seller: str
    company: str
    name: str
    emails: list[str]
    phone: str
    job_title: str


@dataclass(frozen=True)
class Deal:
    """A sale; `stage` counts the stages of its pipeline from 0."""

    key: str
    seller: str
    title: str
    pipeline: str
    stage: int
    company: str
    contacts: list[str]
    amount: str
    lost_for: str


@dataclass(frozen=True)
class Lead:
    """Somebody who may become a client."""

    key: str
    seller: str
    title: str
    name: str
    email: str
    phone: str
    source: str
    status: str


@dataclass(frozen=True)
class Comment:
    """What somebody has noted on a deal."""

    deal: str
    author: str
    text: str


@dataclass(frozen=True)
class Reminder:
    """The next step of a deal: at an hour in Moscow of a later day, or so many hours from now."""

    deal: str
    seller: str
    days_ahead: int
    hour: int
    text: str


@dataclass(frozen=True)
class Letter:
    """Mail that comes from outside to the company's mailbox."""

    sender: str
    name: str
    subject: str
    text: str


@dataclass(frozen=True)
class Answer:
    """What is written from a deal's card in answer to the letter of that subject."""

    subject: str
    deal: str
    seller: str
    text: str


@dataclass(frozen=True)
class File:
    """A document of a deal."""

    deal: str
    author: str
    name: str
    shared: bool


@dataclass(frozen=True)
class Request:
    """Files that are asked for; `answer` names the one that has come, if any."""

    deal: str
    seller: str
    note: str
    answer: str


@dataclass(frozen=True)
class Message:
    """A line between the client and his manager on the first deal."""

    author: str
    text: str


SALES = "Отдел продаж"
ENGINEERS = "Инженерный отдел"
ACCOUNTING = "Бухгалтерия"
STAFFING = "Отдел кадров"
PURCHASING = "Отдел снабжения"
DEPARTMENTS = (SALES, ENGINEERS, ACCOUNTING, STAFFING, PURCHASING)

OWNER_NAME = "Ольга Ветрова"
EMPLOYEES = (
    Employee(HEAD, "Сергей Громов", "Руководитель отдела продаж", ("head", "employee"), SALES),
    Employee("seller", "Анна Белова", "Менеджер по продажам", ("employee",), SALES),
    Employee("seller2", "Павел Седов", "Менеджер по продажам", ("employee",), SALES),
    Employee("engineer", "Игорь Ланской", "Инженер-проектировщик", ("employee",), ENGINEERS),
    Employee("accountant", "Марина Юдина", "Бухгалтер", ("accountant",), ACCOUNTING),
    Employee("hr", "Елена Зорина", "Специалист по кадрам", ("hr",), STAFFING),
)
MORE_EMPLOYEES = (
    Employee("seller3", "Дарья Лисицына", "Менеджер по продажам", ("employee",), SALES),
    Employee("seller4", "Антон Верещагин", "Старший менеджер", ("employee",), SALES),
    Employee("seller5", "Карина Мелихова", "Менеджер по сервису", ("employee",), SALES),
    Employee("chief", "Виталий Орешкин", "Главный инженер", ("head", "employee"), ENGINEERS),
    Employee("engineer2", "Алина Сторожева", "Инженер-теплотехник", ("employee",), ENGINEERS),
    Employee("engineer3", "Глеб Рудаков", "Инженер КИПиА", ("employee",), ENGINEERS),
    Employee("service", "Руслан Ахметов", "Сервисный инженер", ("employee",), ENGINEERS),
    Employee("service2", "Степан Журавлёв", "Сервисный инженер", ("employee",), ENGINEERS),
    Employee("accountant2", "Вера Соломина", "Бухгалтер по расчётам", ("accountant",), ACCOUNTING),
    Employee(
        "buyer", "Наталья Климова", "Руководитель снабжения", ("head", "employee"), PURCHASING
    ),
    Employee("buyer2", "Олег Прохоров", "Специалист по закупкам", ("employee",), PURCHASING),
    Employee("logist", "Юлия Портнова", "Логист", ("employee",), PURCHASING),
    Employee("recruiter", "Инна Бойцова", "Менеджер по подбору", ("hr",), STAFFING),
)
SELLERS = ("seller", "seller2", "seller3", "seller4", "seller5")
HEADS = {SALES: HEAD}
MORE_HEADS = {ENGINEERS: "chief", PURCHASING: "buyer"}

_TOLD: dict[str, Any] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
_SALES, _WORK = _TOLD["sales"], _TOLD["work"]

COMPANIES = tuple(Company(*row) for row in _TOLD["clients"]["companies"])
CONTACTS = tuple(Contact(*row) for row in _TOLD["clients"]["contacts"])
DEALS = tuple(Deal(*row) for row in _SALES["deals"])
LEADS = tuple(Lead(*row) for row in _SALES["leads"])
COMMENTS = tuple(Comment(*row) for row in _WORK["comments"])
REMINDERS = tuple(Reminder(*row) for row in _WORK["reminders"])
LETTERS = tuple(Letter(*row) for row in _WORK["letters"])
ANSWERS = tuple(Answer(*row) for row in _WORK["answers"])
FILES = tuple(File(*row) for row in _WORK["files"])
REQUESTS = tuple(Request(*row) for row in _WORK["requests"])
MESSAGES = tuple(Message(*row) for row in _WORK["messages"])
