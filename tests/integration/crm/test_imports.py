"""Tables become cards: looked at, tried, done once, and told of row by row."""

from typing import Any

import boto3
import pytest
from tests.integration.crm.imports import Importer
from tests.integration.crm.shop import Shop
from tests.support.personas import P
from tests.support.resources import TABLES_BUCKET

from chalicelib.crm.service.importing.saving import Writer

CONTACTS = """ФИО;Почта;Телефон;Организация;ИНН;Ответственный
Анна Ёлкина;anna@romashka.example;8 (912) 345-67-89;ООО «Ромашка»;7707083893;
Пётр Ладогин;petr@romashka.example;;ООО «Ромашка»;7707083893;Нет Такого
Борис Ильин;не почта;;;;
Ольга Юрьева;olga@press.example;;;;
"""


@pytest.fixture
def importer(shop: Shop) -> Importer:
    return Importer(shop)


def test_a_dry_run_saves_nothing_and_tells_what_would_be(importer: Importer) -> None:
    """Columns are guessed; rows that cannot be are told of by name; no card comes to be."""
    import_id = importer.sent("contact", CONTACTS)
    look = importer.api.get(f"/crm/imports/{import_id}/columns").json
    assert look["mapping"]["columns"] == [
        "name", "emails", "phones", "company", "company_tax_id", "owner",
    ]  # fmt: skip
    assert look["rows"][0][0] == "Анна Ёлкина"
    view = importer.checked(import_id)
    assert (view["state"], view["total"], view["done"]) == ("checked", 4, 4)
    assert view["counts"] == {"created": 2, "failed": 2}
    faults = [row["faults"] for row in importer.rows(import_id, "failed")]
    assert faults[0][0].startswith("нет сотрудника «Нет Такого»")
    assert faults[1] == ["Почта: «не» — не адрес почты."]
    assert importer.cards("contacts") == []
    assert importer.cards("companies") == []


def test_rows_become_cards_with_what_they_name(importer: Importer) -> None:
    """A company that several rows name is made once; its contacts work for it."""
    import_id = importer.sent("contact", CONTACTS.replace("Нет Такого", ""))
    importer.checked(import_id)
    view = importer.run(import_id)
    assert (view["state"], view["counts"]) == ("done", {"created": 3, "failed": 1})
    (company,) = importer.cards("companies")
    assert (company["name"], company["tax_id"]) == ("ООО «Ромашка»", "7707083893")
    contacts = importer.cards("contacts")
    assert [c["name"] for c in contacts] == ["Анна Ёлкина", "Пётр Ладогин", "Ольга Юрьева"]
    assert contacts[0]["phones"] == ["+79123456789"]
    assert [c["company_id"] for c in contacts] == [company["id"], company["id"], None]


def test_a_piece_of_work_done_again_makes_nothing_twice(importer: Importer) -> None:
    """The worker died after the cards and before its mark."""
    import_id = importer.sent("contact", CONTACTS)
    importer.checked(import_id)
    table = boto3.resource("dynamodb").Table("crm")
    key = {"pk": f"import#{import_id}", "sk": "import"}
    reply = importer.api.post(f"/crm/imports/{import_id}/run", {})
    before = table.get_item(Key=key)["Item"]
    importer.worked(import_id)
    assert reply.status == 202
    once = [card["id"] for card in importer.cards("contacts")]
    table.put_item(Item=before)
    view = importer.worked(import_id)
    assert view["counts"] == {"created": 2, "failed": 2}
    assert [card["id"] for card in importer.cards("contacts")] == once
    # The company beside them is known to be of this import, whichever call made it.
    importer.after("undo", import_id)
    assert importer.cards("contacts") == importer.cards("companies") == []


def test_a_second_import_changes_what_is_there(importer: Importer) -> None:
    """Found by the address: what the table says becomes so, and an empty cell empties nothing."""
    importer.shop.add(
        "contacts", name="А. Ёлкина", emails=["anna@romashka.example"], job_title="Снабженец"
    )
    text = "ФИО;Почта;Должность\nАнна Ёлкина;anna@romashka.example;\n"
    import_id = importer.sent("contact", text)
    importer.checked(import_id)
    (row,) = importer.rows(import_id)
    assert row["outcome"] == "updated"
    assert row["changes"] == [{"field": "name", "before": "А. Ёлкина", "after": "Анна Ёлкина"}]
    assert importer.run(import_id)["counts"] == {"updated": 1}
    (card,) = importer.cards("contacts")
    assert (card["name"], card["job_title"]) == ("Анна Ёлкина", "Снабженец")


def test_deals_stand_in_the_stage_that_the_table_names(importer: Importer) -> None:
    """With their sums; a stage that there is not is a fault of that row."""
    text = (
        "Название;Сумма;Этап;Ответственный\nПресс;1 250 000,50 руб.;предложение;\nСтанок;5;Нету;\n"
    )
    import_id = importer.sent("deal", text)
    importer.checked(import_id)
    assert importer.run(import_id)["counts"] == {"created": 1, "failed": 1}
    (deal,) = importer.cards("deals")
    assert deal["stage_id"] == importer.shop.stages[1]
    assert deal["amount"] == {"amount": "1250000.50", "currency": "RUB"}


def test_rows_that_failed_come_back_as_a_file(importer: Importer) -> None:
    """As they were, with what is wrong at the end: mended, it can be sent again."""
    import_id = importer.sent("contact", CONTACTS)
    view = importer.checked(import_id)
    assert view["counts"]["failed"] == 2
    assert importer.api.get(f"/crm/imports/{import_id}/errors").status == 200
    key = f"imports/{import_id}/errors-1"
    content = boto3.client("s3").get_object(Bucket=TABLES_BUCKET, Key=key)["Body"].read()
    lines = content.decode("utf-8-sig").splitlines()
    assert lines[0] == "ФИО;Почта;Телефон;Организация;ИНН;Ответственный;Ошибка"
    assert lines[2].startswith("Борис Ильин;не почта;")


def test_a_mapping_is_kept_for_the_next_file(importer: Importer) -> None:
    """It is proposed where all its columns are, in whatever order."""
    first = importer.sent("contact", "А;Б\nАнна;anna@romashka.example\n")
    columns: dict[str, Any] = {
        "columns": ["name", "emails"],
        "key": "emails",
        "keep_as": "Выгрузка 1С",
    }
    importer.checked(first, **columns)
    second = importer.sent("contact", "Б;В;А\npetr@romashka.example;x;Пётр\n")
    look = importer.api.get(f"/crm/imports/{second}/columns").json
    assert look["mapping"]["columns"] == ["emails", None, "name"]
    assert look["kept"][0]["name"] == "Выгрузка 1С"


def test_an_import_is_its_senders(importer: Importer, shop: Shop) -> None:
    """A colleague knows nothing of it; who administers the portal sees all."""
    import_id = importer.sent("contact", CONTACTS)
    path = f"/crm/imports/{import_id}"
    assert shop.as_(P.STRANGER).get(path).status == 404
    assert shop.as_(P.STRANGER).get("/crm/imports").json["items"] == []
    assert shop.as_(P.OWNER).get(path).status == 200
    assert [i["id"] for i in shop.as_(P.OWNER).get("/crm/imports").json["items"]] == [import_id]


def test_an_import_goes_by_its_steps(importer: Importer) -> None:
    """What was not checked is not run; what is no table is told so; a stopped one stays where it is."""
    import_id = importer.sent("contact", CONTACTS)
    assert importer.api.post(f"/crm/imports/{import_id}/run", {}).status == 409
    assert importer.api.post(f"/crm/imports/{import_id}/cancel", {}).status == 409
    empty = importer.sent("contact", "\n")
    reply = importer.api.get(f"/crm/imports/{empty}/columns")
    assert (reply.status, reply.json["detail"]) == (422, "В файле нет строк.")
    wrong = {"columns": ["emails"], "key": None}
    assert importer.api.post(f"/crm/imports/{import_id}/check", wrong).status == 422
    importer.checked(import_id)
    importer.api.post(f"/crm/imports/{import_id}/run", {})
    assert importer.api.post(f"/crm/imports/{import_id}/cancel", {}).json["state"] == "cancelled"
    assert importer.worked(import_id)["done"] == 0
    assert importer.cards("contacts") == []


def test_who_stops_an_import_is_told_of_all_that_it_made(
    importer: Importer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rows at which the worker was when it was stopped count, and are taken back with the others."""
    import_id = importer.sent("contact", CONTACTS.replace("Нет Такого", ""))
    importer.checked(import_id)
    write, stops = Writer.write, ["cancel"]

    def stopped(writer: Writer, number: int, cells: Any, *, again: bool = True) -> Any:
        if stops:
            importer.api.post(f"/crm/imports/{import_id}/{stops.pop()}", {})
        return write(writer, number, cells, again=again)

    monkeypatch.setattr(Writer, "write", stopped)
    view = importer.run(import_id)
    assert (view["state"], view["counts"]) == ("cancelled", {"created": 3, "failed": 1})
    assert importer.after("undo", import_id)["counts"] == {"removed": 3}
    assert importer.cards("contacts") == importer.cards("companies") == []
