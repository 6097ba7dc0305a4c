"""The letters of people, in the language of whom they go to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape

from chalicelib.people.model.links import LinkKind


@dataclass(frozen=True)
class Wording:
    """One letter: its paragraphs are whole sentences that name what is filled in."""

    subject: str
    greeting: str
    before: str
    button: str
    after: str
    footer: str

    def text(self, name: str, email: str, link: str) -> str:
        """The letter as plain text."""
        greeting = self.greeting.format(name=name)
        before, after = self.before.format(email=email), self.after.format(email=email)
        return f"{greeting}\n\n{before}\n\n{link}\n\n{after}\n\n{self.footer}\n"

    def html(self, name: str, email: str, link: str) -> str:
        """The same letter with its link as a button."""
        name, email, link = escape(name), escape(email), escape(link)
        return _PAGE.format(
            greeting=self.greeting.format(name=name),
            before=self.before.format(email=email),
            link=link,
            button=self.button,
            after=self.after.format(email=email),
            footer=self.footer,
        )


_PAGE = """\
<!doctype html>
<html><body style="margin:0;padding:24px;font:16px/1.5 Arial,sans-serif;color:#1f2328">
<p>{greeting}</p>
<p>{before}</p>
<p><a href="{link}" style="display:inline-block;padding:10px 18px;border-radius:6px;\
background:#2456d6;color:#ffffff;text-decoration:none">{button}</a></p>
<p style="font-size:13px;word-break:break-all">{link}</p>
<p>{after}</p>
<p style="font-size:13px;color:#59636e">{footer}</p>
</body></html>
"""

_RUSSIAN = {
    LinkKind.RESET: Wording(
        subject="Новый пароль для входа на портал",
        greeting="Здравствуйте, {name}.",
        before=(
            "Для адреса {email} попросили новый пароль. Задайте его по этой ссылке:"
            " она действует один час и только один раз."
        ),
        button="Задать новый пароль",
        after="Если это были не вы, ничего не делайте: прежний пароль останется.",
        footer="Это письмо отправил ваш портал. Отвечать на него не нужно.",
    ),
    LinkKind.INVITATION: Wording(
        subject="Вам открыт доступ на портал",
        greeting="Здравствуйте, {name}.",
        before=(
            "Вам открыт доступ на портал. Задайте пароль по этой ссылке:"
            " она действует трое суток и только один раз."
        ),
        button="Задать пароль",
        after="После этого входите с адресом {email} и своим паролем.",
        footer="Это письмо отправил ваш портал. Отвечать на него не нужно.",
    ),
}

_ENGLISH = {
    LinkKind.RESET: Wording(
        subject="A new password for the portal",
        greeting="Hello {name},",
        before=(
            "A new password was asked for {email}. Set it by this link:"
            " it works once, and for one hour."
        ),
        button="Set a new password",
        after="If this was not you, do nothing: your password stays as it is.",
        footer="This letter was sent by your portal. There is no need to answer it.",
    ),
    LinkKind.INVITATION: Wording(
        subject="You can now use the portal",
        greeting="Hello {name},",
        before=(
            "The portal is open to you. Set a password by this link:"
            " it works once, and for three days."
        ),
        button="Set a password",
        after="Then sign in with {email} and your password.",
        footer="This letter was sent by your portal. There is no need to answer it.",
    ),
}

_BY_PROVIDER = {
    "ru": Wording(
        subject="Как войти на портал",
        greeting="Здравствуйте, {name}.",
        before="На портал вы входите через {provider}: отдельный пароль не нужен.",
        button="Открыть портал",
        after="Адрес {email} портал узнает сам.",
        footer="Это письмо отправил ваш портал. Отвечать на него не нужно.",
    ),
    "en": Wording(
        subject="How to sign in to the portal",
        greeting="Hello {name},",
        before="You sign in to the portal with {provider}: you need no password of its own.",
        button="Open the portal",
        after="The portal knows you by {email}.",
        footer="This letter was sent by your portal. There is no need to answer it.",
    ),
}

_LANGUAGES: Mapping[str, Mapping[LinkKind, Wording]] = {"ru": _RUSSIAN, "en": _ENGLISH}


def wording(language: str, kind: LinkKind) -> Wording:
    """The letter of a kind in a language; in one that we do not speak, in Russian."""
    return _LANGUAGES.get(language, _RUSSIAN)[kind]


def wording_by_provider(language: str, label: Mapping[str, str]) -> Wording:
    """The letter to somebody to whom a password would open nothing, in a language or in Russian."""
    spoken = language if language in _BY_PROVIDER else "ru"
    words = _BY_PROVIDER[spoken]
    return replace(words, before=words.before.replace("{provider}", label[spoken]))
