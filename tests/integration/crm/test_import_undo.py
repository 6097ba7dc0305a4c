"""The way back of an import: what it made goes, what it set is as before, and what people worked on stays."""

import pytest
from tests.integration.crm.imports import Importer
from tests.integration.crm.shop import Shop
from tests.support.personas import P

TABLE = (
    "Имя;Почта;Компания\nАнна;anna@romashka.example;Ромашка\nБорис;boris@romashka.example;Ромашка\n"
)


@pytest.fixture
def importer(shop: Shop) -> Importer:
    """The seller and his tables."""
    return Importer(shop)


def imported(importer: Importer, text: str, kind: str = "contact", **columns: object) -> str:
    """The id of an import that has run."""
    import_id = importer.sent(kind, text)
    importer.checked(import_id, **columns)
    assert importer.run(import_id)["state"] == "done"
    return import_id


def test_what_an_import_made_goes_at_once(importer: Importer) -> None:
    """The contacts, the company beside them, and their addresses: others may have those now."""
    import_id = imported(importer, TABLE, makes=True)
    (anna,) = (c for c in importer.cards("contacts") if c["name"] == "Анна")
    view = importer.after("undo", import_id)
    assert (view["state"], view["counts"]) == ("undone", {"removed": 2})
    assert importer.cards("contacts") == importer.cards("companies") == []
    assert importer.api.get(f"/crm/contacts/{anna['id']}").status == 404
    assert importer.api.get(f"/crm/access?cards=contact:{anna['id']}").json["items"] == []
    importer.shop.add("contacts", name="Другая", emails=["anna@romashka.example"])


def test_what_somebody_worked_on_stays_and_is_named(importer: Importer) -> None:
    """A changed card and a card with a comment stay, and so does the company that they refer to."""
    import_id = imported(importer, TABLE, makes=True)
    anna, boris = sorted(importer.cards("contacts"), key=lambda card: str(card["name"]))
    importer.api.patch(f"/crm/contacts/{anna['id']}", {"job_title": "Директор"})
    importer.api.post(f"/crm/contacts/{boris['id']}/comments", {"text": "Звонил"})
    view = importer.after("undo", import_id)
    assert (view["state"], view["counts"]) == ("undone", {"kept": 2}), view
    faults = [fault for row in importer.rows(import_id, "kept") for fault in row["faults"]]
    assert faults == [
        "«Анна» остаётся: с ней с тех пор работали.",
        "«Ромашка» остаётся: на неё ссылаются другие карточки.",
        "«Борис» остаётся: с ней с тех пор работали.",
    ]
    assert len(importer.cards("contacts")) == 2
    assert len(importer.cards("companies")) == 1


def test_values_come_back_unless_they_were_changed_since(importer: Importer, shop: Shop) -> None:
    """The job title goes back, the description that a colleague has written since stays, and is named."""
    anna = shop.add("contacts", name="Анна", emails=["anna@romashka.example"], job_title="Инженер")
    table = "Почта;Должность;Описание\nanna@romashka.example;Директор;Из таблицы\n"
    import_id = imported(importer, table, key="emails", mode="update")
    path = f"/crm/contacts/{anna['id']}"
    assert importer.api.get(path).json["job_title"] == "Директор"
    shop.as_(P.OWNER).patch(path, {"description": "Написано потом"})
    view = importer.after("undo", import_id)
    assert view["counts"] == {"kept": 1}
    card = importer.api.get(path).json
    assert (card["job_title"], card["description"]) == ("Инженер", "Написано потом")
    (row,) = importer.rows(import_id)
    assert row["faults"] == ["«Анна»: «Описание» с тех пор изменили, это остаётся."]
    (last, *_) = importer.api.get(f"{path}/changes").json["items"]
    assert last["cause"]["kind"] == "import_undo"


def test_a_deal_goes_back_to_its_stage(importer: Importer, shop: Shop) -> None:
    """With its amount; and the people of the deal are told of neither."""
    deal = shop.deal("Станок", amount={"amount": "10.00", "currency": "RUB"})
    before = len([e for e in shop.scene.bus.announced() if e.type == "crm.entry_added"])
    stage = next(
        s["name"]
        for line in shop.as_(P.OWNER).get("/crm/pipelines").json["items"]
        for s in line["stages"]
        if s["id"] == shop.stages[1]
    )
    table = f"ID карточки;Сумма;Этап\n{deal['id']};20;{stage}\n"
    import_id = imported(importer, table, "deal", key="id", mode="update")
    path = f"/crm/deals/{deal['id']}"
    assert importer.api.get(path).json["stage_id"] == shop.stages[1]
    assert importer.after("undo", import_id)["counts"] == {"restored": 1}
    card = importer.api.get(path).json
    assert (card["stage_id"], card["amount"]["amount"]) == (deal["stage_id"], "10.00")
    after = len([e for e in shop.scene.bus.announced() if e.type == "crm.entry_added"])
    assert after == before


def test_an_import_is_undone_once(importer: Importer) -> None:
    """Nothing can be undone before the run or twice; the same piece done again changes nothing."""
    import_id = importer.sent("contact", TABLE)
    assert importer.api.post(f"/crm/imports/{import_id}/undo", {}).status == 409
    importer.checked(import_id)
    importer.run(import_id)
    view = importer.after("undo", import_id)
    assert importer.worked(import_id) == view
    assert importer.api.post(f"/crm/imports/{import_id}/undo", {}).status == 409
