"""The sentences people are told, in their language. Each is whole: none is put together from pieces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chalicelib.notifications.model.inbox import Kind

DEFAULT_LANGUAGE = "ru"
_MAX_SUBJECT_LENGTH = 120


@dataclass(frozen=True)
class Words:
    """The sentences of one language, with the names of what is filled in."""

    letter: str
    message: str
    message_to_client: str
    file: str
    mention: str
    unlinked: str
    unknown_sender: str
    several_open_deals: str
    not_authenticated: str
    file_refused: str
    bounced: str
    delayed: str
    complained: str
    next_step_missing: str
    answer_overdue: str
    team_answer_overdue: str
    somebody: str
    mailbox_silent: str
    subjects: Mapping[Kind, str]
    footer: str
    footer_with_link: str
    footer_for_client: str
    digest_subject: str
    digest_opening: str
    digest_open: str
    digest_footer: str

    def subject(self, kind: Kind, text: str) -> str:
        """A letter's subject: one line that begins with what it is."""
        return _line(self.subjects[kind].format(text=" ".join(text.split())))

    def subject_of_digest(self, texts: Sequence[str]) -> str:
        """The subject of a letter that tells of several things."""
        first = " ".join(texts[0].split())
        return _line(self.digest_subject.format(count=len(texts), text=first))

    def body(self, text: str, link: str | None, *, for_client: bool = False) -> str:
        """A letter's text."""
        with_link = self.footer_for_client if for_client else self.footer_with_link
        footer = with_link.format(link=link) if link else self.footer
        return f"{text}\n\n{footer}\n"


def _line(text: str) -> str:
    return text if len(text) <= _MAX_SUBJECT_LENGTH else f"{text[: _MAX_SUBJECT_LENGTH - 1]}…"


_RUSSIAN = Words(
    letter="Новое письмо в карточке «{card}»: {summary}",
    message="Новое сообщение в карточке «{card}»: {summary}",
    message_to_client="{actor} пишет вам о сделке «{card}»: {summary}",
    file="Новый файл в карточке «{card}»: {summary}",
    mention="{actor} упоминает вас в карточке «{card}»: {summary}",
    unlinked="{whose}: «{subject}». {sentence}",
    unknown_sender="Пришло письмо от незнакомого отправителя. Выберите, в какую карточку его поместить.",
    several_open_deals="Пришло письмо, которое подходит к нескольким сделкам. Выберите одну из них.",
    not_authenticated=(
        "Пришло письмо, отправитель которого не подтверждён. Проверьте его и выберите карточку."
    ),
    file_refused="Файл «{name}» не принят: его содержимое проверено и отклонено.",
    bounced="Письмо «{subject}» не доставлено на {address}.",
    delayed="Письмо «{subject}» пока не доставлено на {address}: почтовый сервер ещё пробует.",
    complained="Получатель {address} пометил письмо «{subject}» как нежелательное.",
    next_step_missing="В сделке «{card}» нет следующего шага. Поставьте напоминание.",
    answer_overdue="Клиент ждёт ответа дольше положенного: «{card}».",
    team_answer_overdue="Клиент ждёт ответа дольше положенного: «{card}». Отвечает {owner}.",
    somebody="сотрудник вашего отдела",
    mailbox_silent=(
        "В ящик {address} дольше обычного не приходят письма. Проверьте, работает ли почта: "
        "Настройки, «Состояние почты»."
    ),
    subjects={
        Kind.REMINDER: "Напоминание: {text}",
        Kind.LETTER: "Письмо: {text}",
        Kind.MESSAGE: "Сообщение: {text}",
        Kind.UNLINKED_LETTER: "Письмо без карточки: {text}",
        Kind.MENTION: "Упоминание: {text}",
        Kind.FILE: "Файл: {text}",
        Kind.FILE_REFUSED: "Файл не принят: {text}",
        Kind.UNDELIVERED: "Не доставлено: {text}",
        Kind.NEXT_STEP_MISSING: "Следующий шаг: {text}",
        Kind.ANSWER_OVERDUE: "Ждут ответа: {text}",
        Kind.TEAM_ANSWER_OVERDUE: "Ждут ответа: {text}",
        Kind.MAILBOX_SILENT: "Почта молчит: {text}",
    },
    footer="Это письмо отправил ваш портал. Отвечать на него не нужно.",
    footer_with_link="Открыть карточку: {link}\n\nЭто письмо отправил ваш портал. Отвечать на него не нужно.",
    footer_for_client=(
        "Прочитать целиком и ответить: {link}\n\nОтветьте по ссылке: это письмо отправлено автоматически."
    ),
    digest_subject="Сводка: {count}, первое — {text}",
    digest_opening="Вот что произошло за это время.",
    digest_open="Открыть карточку",
    digest_footer="Как часто присылать сводку, выбирают в настройках уведомлений: {link}",
)

_ENGLISH = Words(
    letter="New letter on the card “{card}”: {summary}",
    message="New message on the card “{card}”: {summary}",
    message_to_client="{actor} writes to you about the deal “{card}”: {summary}",
    file="New file on the card “{card}”: {summary}",
    mention="{actor} mentions you on the card “{card}”: {summary}",
    unlinked="{whose}: “{subject}”. {sentence}",
    unknown_sender="A letter came from a sender we do not know. Choose the card it belongs to.",
    several_open_deals="A letter came that fits several deals. Choose one of them.",
    not_authenticated=(
        "A letter came whose sender could not be confirmed. Check it and choose the card it belongs to."
    ),
    file_refused="The file “{name}” was not accepted: its content was checked and refused.",
    bounced="The letter “{subject}” was not delivered to {address}.",
    delayed="The letter “{subject}” is not delivered to {address} yet: the mail server keeps trying.",
    complained="{address} marked the letter “{subject}” as unwanted.",
    next_step_missing="The deal “{card}” has no next step. Set a reminder.",
    answer_overdue="A client waits for an answer longer than agreed: “{card}”.",
    team_answer_overdue="A client waits for an answer longer than agreed: “{card}”. It is up to {owner}.",
    somebody="somebody in your department",
    mailbox_silent=(
        "No letters have come to {address} for longer than usual. Check that mail works: "
        "Settings, “State of mail”."
    ),
    subjects={
        Kind.REMINDER: "Reminder: {text}",
        Kind.LETTER: "Letter: {text}",
        Kind.MESSAGE: "Message: {text}",
        Kind.UNLINKED_LETTER: "Letter without a card: {text}",
        Kind.MENTION: "Mention: {text}",
        Kind.FILE: "File: {text}",
        Kind.FILE_REFUSED: "File not accepted: {text}",
        Kind.UNDELIVERED: "Not delivered: {text}",
        Kind.NEXT_STEP_MISSING: "Next step: {text}",
        Kind.ANSWER_OVERDUE: "Answer overdue: {text}",
        Kind.TEAM_ANSWER_OVERDUE: "Answer overdue: {text}",
        Kind.MAILBOX_SILENT: "Mail is silent: {text}",
    },
    footer="This letter was sent by your portal. There is no need to answer it.",
    footer_with_link=(
        "Open the card: {link}\n\nThis letter was sent by your portal. There is no need to answer it."
    ),
    footer_for_client=(
        "Read it whole and answer: {link}\n\nAnswer by the link: this letter was sent automatically."
    ),
    digest_subject="Digest: {count}, the first is {text}",
    digest_opening="This is what happened meanwhile.",
    digest_open="Open the card",
    digest_footer="How often digests come is chosen in the settings of notifications: {link}",
)

_LANGUAGES: Mapping[str, Words] = {"ru": _RUSSIAN, "en": _ENGLISH}


def language_of(name: str | None) -> Words:
    """The sentences of a language by its code; of one that we do not speak, those of the company's."""
    return _LANGUAGES.get(name or DEFAULT_LANGUAGE, _RUSSIAN)
