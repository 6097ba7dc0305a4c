"""Who and what the demo company is. The people's addresses are promised in the README."""

from dataclasses import dataclass

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
    emails: tuple[str, ...]
    phone: str


@dataclass(frozen=True)
class Deal:
    """A sale; `stage` counts the stages of its pipeline from 0."""

    key: str
    seller: str
    title: str
    pipeline: str
    stage: int
    company: str
    contacts: tuple[str, ...]
    amount: str


@dataclass(frozen=True)
class Letter:
    """Mail that comes from outside to the company's mailbox."""

    sender: str
    name: str
    subject: str
    text: str


SALES = "Отдел продаж"
ENGINEERS = "Инженерный отдел"
ACCOUNTING = "Бухгалтерия"
STAFFING = "Отдел кадров"
DEPARTMENTS = (SALES, ENGINEERS, ACCOUNTING, STAFFING)

OWNER_NAME = "Ольга Ветрова"
EMPLOYEES = (
    Employee(HEAD, "Сергей Громов", "Руководитель отдела продаж", ("head", "employee"), SALES),
    Employee("seller", "Анна Белова", "Менеджер по продажам", ("employee",), SALES),
    Employee("seller2", "Павел Седов", "Менеджер по продажам", ("employee",), SALES),
    Employee("engineer", "Игорь Ланской", "Инженер-проектировщик", ("employee",), ENGINEERS),
    Employee("accountant", "Марина Юдина", "Бухгалтер", ("accountant",), ACCOUNTING),
    Employee("hr", "Елена Зорина", "Специалист по кадрам", ("hr",), STAFFING),
)

PIPELINES = {
    "Поставки": (
        ("Обращение", "open", 10),
        ("Расчёт", "open", 30),
        ("Предложение", "open", 50),
        ("Договор", "open", 80),
        ("Оплачено", "won", 100),
        ("Отказ", "lost", 0),
    ),
    "Проекты": (
        ("Обследование", "open", 10),
        ("Проектирование", "open", 30),
        ("Согласование", "open", 60),
        ("Монтаж", "open", 90),
        ("Сдано", "won", 100),
        ("Отказ", "lost", 0),
    ),
}

COMPANIES = (
    Company("lada", "seller", "ООО «Ладога-Пласт»", "7801234564"),
    Company("sever", "seller", "АО «Северные сети»", "7712345671"),
    Company("yug", "seller2", "ООО «Юг-Монтаж»", "2312345678"),
)

CONTACTS = (
    Contact(
        "petrov",
        "seller",
        "lada",
        "Пётр Ладогин",
        (f"{CLIENT}@{DOMAIN}", "petr@ladoga.example"),
        "+7 921 555-01-01",
    ),
    Contact("nina", "seller", "lada", "Нина Озерова", ("nina@ladoga.example",), "+7 921 555-01-02"),
    Contact(
        "ruslan",
        "seller",
        "sever",
        "Руслан Полярный",
        ("ruslan@sever.example",),
        "+7 495 555-02-01",
    ),
    Contact("oleg", "seller2", "yug", "Олег Степной", ("oleg@yug.example",), "+7 861 555-03-01"),
)

DEALS = (
    Deal(
        "press", "seller", "Литьевая машина 250 т", "Поставки", 2, "lada", ("petrov",), "4850000.00"
    ),
    Deal(
        "spare",
        "seller",
        "Запасные части к экструдеру",
        "Поставки",
        0,
        "lada",
        ("nina",),
        "312400.50",
    ),
    Deal(
        "substation",
        "seller",
        "Подстанция «Восток»",
        "Проекты",
        1,
        "sever",
        ("ruslan",),
        "18900000.00",
    ),
    Deal(
        "cables",
        "seller",
        "Кабельные линии, вторая очередь",
        "Проекты",
        0,
        "sever",
        ("ruslan",),
        "6400000.00",
    ),
    Deal("hall", "seller2", "Вентиляция цеха", "Проекты", 2, "yug", ("oleg",), "2750000.00"),
)

LETTERS = (
    Letter(
        "petr@ladoga.example",
        "Пётр Ладогин",
        "Срок поставки машины",
        "Анна, добрый день!\n\nПодтвердите, пожалуйста, срок поставки: цех готовим к 15 числу.\n\nПётр Ладогин",
    ),
    Letter(
        "ruslan@sever.example",
        "Руслан Полярный",
        "Замечания к схеме",
        "Добрый день!\n\nПрисылаем замечания к однолинейной схеме. Когда сможете ответить?\n\nРуслан",
    ),
    Letter(
        "vera@novaya-niva.example",
        "Вера Нивина",
        "Запрос цены на сушилку",
        "Здравствуйте!\n\nНужна сушилка зерна на 20 тонн в час. Пришлите, пожалуйста, предложение.\n\nВера Нивина, «Новая нива»",
    ),
)
