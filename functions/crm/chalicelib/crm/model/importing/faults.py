"""What can be wrong with a file or a row of it, told in the language of who imports it.

The file with the rows that failed goes back to a person with these sentences in it, so they are made here.
"""

from collections.abc import Mapping
from dataclasses import field

from portal.errors import PortalError
from portal.values import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: a code, what it is about, and the column where it stands."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    column: str | None = None

    def text(self, language: str) -> str:
        """The sentence, with the name of the column before it."""
        sentence = _SENTENCES[self.code][language == "ru"].format_map(self.values)
        return f"{self.column}: {sentence}" if self.column else sentence


class FaultError(PortalError):
    """A value, a row or a file will not do."""

    def __init__(self, code: str, column: str | None = None, **values: str) -> None:
        super().__init__(code)
        self.fault = Fault(code, values, column)


_SENTENCES: Mapping[str, tuple[str, str]] = {
    "required": ("fill this in, a card needs it.", "заполните, без этого карточки не бывает."),
    "too_long": (
        "at most {most} characters, please.",
        "не больше {most} знаков, сократите.",
    ),
    "characters": (
        "remove line breaks and invisible characters.",
        "уберите переводы строк и невидимые знаки.",
    ),
    "email": ("“{text}” is no e-mail address.", "«{text}» — не адрес почты."),
    "phone": (
        "“{text}” is no phone number. Write it as +7 912 345-67-89.",
        "«{text}» — не номер телефона. Напишите так: +7 912 345-67-89.",
    ),
    "tax_id": (
        "“{text}” is no INN: it has 10 digits, or 12, and the last ones check the others.",
        "«{text}» — не ИНН: в нём 10 или 12 цифр, и последние проверяют остальные.",
    ),
    "domain": ("“{text}” is no domain.", "«{text}» — не домен сайта."),
    "amount": (
        "“{text}” is no amount. Write it as 1250000,50.",
        "«{text}» — не сумма. Напишите так: 1250000,50.",
    ),
    "currency": (
        "“{text}” is no currency. Write RUB, USD or EUR.",
        "«{text}» — не валюта. Напишите RUB, USD или EUR.",
    ),
    "status": ("there is no status “{text}”.", "нет состояния «{text}»."),
    "too_many": ("at most {most} in one cell.", "не больше {most} в одной ячейке."),
    "no_owner": (
        "there is no employee “{text}”. Give the e-mail with which he signs in.",
        "нет сотрудника «{text}». Укажите почту, с которой он входит.",
    ),
    "no_pipeline": ("there is no pipeline “{text}”.", "нет воронки «{text}»."),
    "no_stage": ("the pipeline has no stage “{text}”.", "в воронке нет этапа «{text}»."),
    "no_company": (
        "no company “{text}” among those you may see.",
        "среди ваших компаний нет «{text}».",
    ),
    "no_contact": (
        "no contact “{text}” among those you may see.",
        "среди ваших контактов нет «{text}».",
    ),
    "no_card": ("there is no such card: “{text}”.", "нет такой карточки: «{text}»."),
    "several": (
        "several cards fit “{text}”. Name it by INN, e-mail or id.",
        "под «{text}» подходит несколько карточек. Укажите ИНН, почту или ID.",
    ),
    "no_key": (
        "the cell by which the card is sought is empty.",
        "ячейка, по которой ищется карточка, пуста.",
    ),
    "refused": ("{text}", "{text}"),
    "taken": (
        "{text} belongs to another contact already.",
        "{text} уже есть у другого контакта.",
    ),
    "busy": (
        "somebody was changing this card. Send the row again.",
        "карточку в это время меняли. Отправьте строку ещё раз.",
    ),
    "worked_on": (
        "“{text}” stays: somebody has worked on it since.",
        "«{text}» остаётся: с ней с тех пор работали.",
    ),
    "needed": (
        "“{text}” stays: other cards refer to it.",
        "«{text}» остаётся: на неё ссылаются другие карточки.",
    ),
    "changed_since": (
        "“{text}”: somebody has changed {fields} since, this stays.",
        "«{text}»: {fields} с тех пор изменили, это остаётся.",
    ),
    "not_restored": (
        "“{text}”: {fields} could not be put back. {why}",
        "«{text}»: {fields} вернуть не удалось. {why}",
    ),
    "empty": ("The file has no rows.", "В файле нет строк."),
    "no_file": (
        "The file has not arrived. Send it again.",
        "Файл не дошёл. Отправьте его ещё раз.",
    ),
    "not_table": (
        "This is no CSV and no XLSX file. Save the table as one of them.",
        "Это не файл CSV и не XLSX. Сохраните таблицу в одном из этих видов.",
    ),
    "old_excel": (
        "This is a file of an old Excel (XLS). Save it as XLSX.",
        "Это файл старого Excel (XLS). Сохраните его как XLSX.",
    ),
    "locked": (
        "The file is protected by a password. Save it without one.",
        "Файл защищён паролем. Сохраните его без пароля.",
    ),
    "too_large": (
        "The table is too large when unpacked. Split it into several files.",
        "В распакованном виде таблица слишком велика. Разделите её на несколько файлов.",
    ),
    "too_many_rows": (
        "The file has more than {most} rows. Split it into several files.",
        "В файле больше {most} строк. Разделите его на несколько файлов.",
    ),
    "too_many_columns": (
        "The file has more than {most} columns. Leave those that are needed.",
        "В файле больше {most} столбцов. Оставьте нужные.",
    ),
}
