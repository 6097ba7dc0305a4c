"""Lists become files: what their reader sees, and nothing more."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.integration.crm.exports import Exporter
from tests.integration.crm.shop import STAGES, Shop
from tests.support.bus import Bus
from tests.support.personas import ENGINEERING, STAFF, P

from chalicelib.crm.service.exporting import running
from portal.clock import utc_now
from portal.revocations import Revocations


@pytest.fixture
def exporter(shop: Shop) -> Exporter:
    return Exporter(shop)


def furnished(exporter: Exporter) -> None:
    """Cards of several people, in a pipeline for all and in one that is hidden from the seller's head."""
    shop = exporter.shop
    body = {"name": "Монтаж", "stages": STAGES, "department_ids": [ENGINEERING]}
    hidden = shop.scene.made("/crm/pipelines", body, P.OWNER)
    helped: dict[str, Any] = {"participant_ids": [shop.id_of(P.PARTICIPANT)]}
    for by in (P.SELLER, P.STRANGER, P.ENGINEER):
        company = shop.add("companies", by, name=f"ООО «{by.name}»")["id"]
        contact = shop.add("contacts", by, name=f"Клиент {by.name}", company_id=company)["id"]
        shop.deal(f"Сделка {by.name}", by, contact_ids=[contact], company_id=company)
        shop.add("leads", by, title=f"Лид {by.name}")
    company = shop.add("companies", name="ООО «Чужая»")["id"]
    shop.deal("Общая", company_id=company, **helped)
    shop.deal("Спрятанная", P.ENGINEER, pipeline_id=hidden["id"])
    Bus(shop.scene.world).carry()


FOLDERS = ("contacts", "companies", "leads", "deals")


def test_each_reader_exports_what_he_is_listed(exporter: Exporter) -> None:
    """Whoever asks, for whichever list and in whichever order: the same cards as the list, in its order."""
    furnished(exporter)
    asked = [("", folder) for folder in FOLDERS]
    asked += [("?sort=name", folder) for folder in FOLDERS]
    asked += [("?owner_id=me", "deals"), ("?sort=-amount", "deals"), ("?status=new", "leads")]
    sizes = set()
    for who in sorted(STAFF):
        for query, folder in asked:
            listed = exporter.listed(who, folder, query)
            rows = exporter.rows(who, folder, query, columns=["id"])
            assert [row["ID карточки"] for row in rows] == listed, (who, query, folder)
            sizes.add(len(rows))
    assert len(sizes) > 3, "the readers should see different cards"


def test_cells_name_only_what_the_reader_may_see(exporter: Exporter) -> None:
    """Who helps with a deal sees it, but not its company's card: the cell is empty, as on his list."""
    furnished(exporter)
    (row,) = exporter.rows(P.PARTICIPANT, "deals")
    assert (row["Название"], row["Компания"]) == ("Общая", "")
    mine = {row["Название"]: row for row in exporter.rows(P.SELLER, "deals")}
    assert mine["Общая"]["Компания"] == "ООО «Чужая»"
    assert mine["Общая"]["Участники"] == "Пётр Помощников"
    assert mine["Сделка SELLER"]["Контакт"] == "Клиент SELLER"
    assert (mine["Общая"]["Воронка"], mine["Общая"]["Этап"]) == ("Продажи", "Новая")


def test_a_hidden_field_has_no_column(exporter: Exporter) -> None:
    """Its values stay on the cards; the shown ones go out under their names."""
    fields = {}
    for name in ("Вес", "Тайна"):
        body = {"kind": "deal", "type": "number", "name": name}
        fields[name] = exporter.shop.scene.made("/crm/fields", body, P.OWNER)["id"]
    exporter.shop.deal("Пресс", own={fields["Вес"]: "12.5", fields["Тайна"]: "7"})
    owner = exporter.shop.as_(P.OWNER)
    assert owner.patch(f"/crm/fields/{fields['Тайна']}", {"hidden": True}).status == 200
    (row,) = exporter.rows(P.SELLER, "deals")
    assert row["Вес"] == "12,5"
    assert "Тайна" not in row
    reply = exporter.begun(P.SELLER, "deals", columns=["title", f"own.{fields['Тайна']}"])
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, "/columns")


def test_no_cell_is_a_formula(exporter: Exporter) -> None:
    """What somebody wrote to us is text in our spreadsheets, and a telephone number stays as it is."""
    exporter.shop.add("contacts", name="=HYPERLINK(1)", phones=["+79123456789", "+74951234567"])
    (row,) = exporter.rows(P.SELLER, "contacts", language="en")
    assert row["Name"] == "'=HYPERLINK(1)"
    assert row["Phone"] == "+79123456789, +74951234567"
    export_id = exporter.begun(P.SELLER, "contacts", format="xlsx").json["id"]
    exporter.work(export_id)
    book = load_workbook(BytesIO(exporter.content(P.SELLER, export_id)))
    cell = book.worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")


def test_a_long_list_goes_on_where_it_was(
    exporter: Exporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A piece of work at a time, each of which may be done twice: every card comes once."""
    monkeypatch.setattr(running, "MAX_LIMIT", 2)
    monkeypatch.setattr(running, "PIECE", -running.PIECE)
    for number in range(5):
        exporter.shop.add("leads", title=f"Лид {number}")
    export_id = exporter.begun(P.SELLER, "leads").json["id"]
    for step, rows in ((1, 2), (1, 2), (2, 4), (3, 5), (3, 5)):
        exporter.work(export_id, step)
        assert exporter.view(P.SELLER, export_id).json["rows"] == rows
    assert exporter.view(P.SELLER, export_id).json["state"] == "done"
    assert exporter.content(P.SELLER, export_id).count(b"\r\n") == 6


def test_a_file_is_its_makers_and_the_record_is_his_heads_too(exporter: Exporter) -> None:
    """The head and the owner learn of it and do not get it; others know of nothing."""
    exporter.shop.add("leads", title="Лид")
    export_id = exporter.begun(P.SELLER, "leads").json["id"]
    assert exporter.shop.as_(P.SELLER).get(f"/crm/exports/{export_id}/file").status == 404
    exporter.work(export_id)
    logs: dict[Any, Any] = {
        who: exporter.shop.as_(who).get("/crm/exports?whose=team").json["items"] for who in STAFF
    }
    assert {who for who, items in logs.items() if items} == {P.OWNER, P.HEAD}
    (item,) = logs[P.HEAD]
    assert (item["by_name"], item["rows"], item["kind"]) == ("Иван Продавцов", 1, "lead")
    for who, status in ((P.SELLER, 200), (P.HEAD, 404), (P.OWNER, 404), (P.STRANGER, 404)):
        assert exporter.shop.as_(who).get(f"/crm/exports/{export_id}/file").status == status
    assert exporter.view(P.STRANGER, export_id).status == 404


def test_an_owner_says_which_roles_export(exporter: Exporter) -> None:
    """The others are refused, also the files that they made before."""
    export_id = exporter.begun(P.SELLER, "leads").json["id"]
    exporter.work(export_id)
    owner = exporter.shop.as_(P.OWNER)
    set_to = owner.put("/crm/export-policy", {"roles": ["head", "client"]}).json
    assert set_to == {"roles": ["head", "owner"], "allowed": True}
    assert exporter.shop.as_(P.SELLER).get("/crm/export-policy").json["allowed"] is False
    assert exporter.begun(P.SELLER, "leads").status == 403
    assert exporter.shop.as_(P.SELLER).get(f"/crm/exports/{export_id}/file").status == 403
    assert exporter.begun(P.HEAD, "leads").status == 201


def test_it_is_on_record_whose_data_were_taken_out(exporter: Exporter) -> None:
    """By an owner alone; the record names the card and nothing of its person, and has no file."""
    contact = exporter.shop.add("contacts", name="Анна Петрова")["id"]
    path = f"/crm/contacts/{contact}/personal-data"
    assert exporter.shop.as_(P.SELLER).post(path, {}).status == 403
    reply = exporter.shop.as_(P.OWNER).post(path, {})
    assert (reply.status, reply.json["person_id"]) == (201, contact)
    (item,) = exporter.shop.as_(P.OWNER).get("/crm/exports").json["items"]
    assert (item["state"], item["person_id"], item["expires_at"]) == ("done", contact, None)
    assert exporter.shop.as_(P.OWNER).get(f"/crm/exports/{item['id']}/file").status == 404
    exporter.work(item["id"])
    missing = exporter.shop.as_(P.OWNER).post(f"/crm/leads/{contact}/personal-data", {})
    assert missing.status == 404


def test_whose_rights_changed_gets_no_file(exporter: Exporter) -> None:
    """What he might see when he asked may be more than he may now."""
    export_id = exporter.begun(P.SELLER, "leads").json["id"]
    Revocations("crm").note(exporter.shop.id_of(P.SELLER), utc_now())
    exporter.work(export_id)
    view = exporter.view(P.OWNER, export_id).json
    assert (view["state"], view["problem"]) == ("failed", "rights_changed")
