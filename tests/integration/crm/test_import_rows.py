"""Many rows of a table: side by side as one after the other, at a cost for each that does not grow."""

import pytest
from tests.integration.crm.imports import Importer
from tests.integration.crm.shop import Shop
from tests.support.costs import bill
from tests.support.memory import by_several_hands


@pytest.fixture
def importer(shop: Shop) -> Importer:
    return Importer(shop)


def test_rows_side_by_side_end_as_one_after_the_other(importer: Importer) -> None:
    """An address is the first row's that has it, a company is made once and told of by the first that names it."""
    rows = [f"Контакт {n};c{n % 23}@romashka.example;ООО «Ромашка»" for n in range(40)]
    text = "\n".join(["ФИО;Почта;Организация", *rows])
    import_id = importer.sent("contact", text)
    with by_several_hands(8):
        importer.checked(import_id, key=None, mode="create")
        assert importer.run(import_id)["counts"] == {"created": 23, "failed": 17}
        assert [row["row"] for row in importer.rows(import_id, "created")] == list(range(1, 24))
        contacts = importer.cards("contacts")
        assert [c["name"] for c in contacts] == [f"Контакт {n}" for n in range(23)]
        (company,) = importer.cards("companies")
        assert {c["company_id"] for c in contacts} == {company["id"]}
        assert importer.after("undo", import_id)["counts"] == {"removed": 23}
    assert importer.cards("contacts") == importer.cards("companies") == []


def test_a_row_costs_the_same_however_many_there_are(importer: Importer) -> None:
    """One transaction to save a row and one to take it back; beside the rows there are a few calls for each fifty."""
    bills = []
    for rows in (10, 20):
        lines = [f"Пётр {n};c{rows}x{n}@romashka.example" for n in range(rows)]
        import_id = importer.sent("contact", "\n".join(["ФИО;Почта", *lines]))
        importer.checked(import_id)
        with bill() as opened:
            importer.run(import_id)
            importer.after("undo", import_id)
        bills.append(opened.calls)
    more = {name: (bills[1][name] - bills[0][name]) / 10 for name in bills[1]}
    assert more["dynamodb.TransactWriteItems"] == 2
    assert more["dynamodb.GetItem"] == 3
    assert more["dynamodb.Query"] == 2
    assert sum(more.values()) < 7.3
