"""What a person is told of his ways in, in his language."""

from collections.abc import Mapping
from html import escape

from chalicelib.people.model.security import SecurityKind
from portal.values import dataclass


@dataclass(frozen=True)
class Alert:
    """One letter; ``{detail}`` is the device or the number of codes left, ``{actor}`` who did it."""

    subject: str
    what: str

    def paragraphs(self, name: str, actor: str, detail: str, frame: "Frame") -> list[str]:
        """What the letter says above its button."""
        what = self.what.replace("{actor}", actor).replace("{detail}", detail or frame.unknown)
        return [frame.greeting.replace("{name}", name), what, frame.advice]


@dataclass(frozen=True)
class Frame:
    """What all these letters have in common."""

    greeting: str
    advice: str
    unknown: str
    button: str
    footer: str


_PAGE = """\
<!doctype html>
<html><body style="margin:0;padding:24px;font:16px/1.5 Arial,sans-serif;color:#1f2328">
{paragraphs}
<p><a href="{link}" style="display:inline-block;padding:10px 18px;border-radius:6px;\
background:#2456d6;color:#ffffff;text-decoration:none">{button}</a></p>
<p style="font-size:13px;color:#59636e">{footer}</p>
</body></html>
"""

_RUSSIAN = {
    SecurityKind.NEW_DEVICE: Alert(
        "Вход на портал с нового устройства",
        "На портал вошли с вашим паролем на устройстве, которого раньше не было: {detail}.",
    ),
    SecurityKind.FACTOR_ON: Alert(
        "Вход с кодом включён", "Теперь при входе на портал, кроме пароля, нужен код из приложения."
    ),
    SecurityKind.FACTOR_OFF: Alert(
        "Вход с кодом выключен", "Теперь для входа на портал достаточно одного пароля."
    ),
    SecurityKind.FACTOR_RESET: Alert(
        "Вход с кодом сброшен",
        "{actor} сбрасывает ваш второй шаг входа: прежние коды больше не действуют,"
        " для входа достаточно пароля. Включите вход с кодом заново.",
    ),
    SecurityKind.RECOVERY_USED: Alert(
        "Использован запасной код",
        "На портал вошли с вашим паролем и запасным кодом. Осталось запасных кодов: {detail}.",
    ),
    SecurityKind.CODES_RENEWED: Alert(
        "Новые запасные коды", "Для вас созданы новые запасные коды. Прежние больше не действуют."
    ),
    SecurityKind.SESSIONS_ENDED: Alert(
        "Ваши сеансы на портале завершены",
        "{actor} завершает все ваши сеансы. Чтобы продолжить работу, войдите снова.",
    ),
    SecurityKind.PROVIDER_LINKED: Alert(
        "Вход через учётную запись компании включён",
        "Теперь на портал можно войти вашей учётной записью компании: {detail}.",
    ),
    SecurityKind.PROVIDER_UNLINKED: Alert(
        "Вход через учётную запись компании выключен",
        "Вашей учётной записью компании на портал больше не войти, остаётся вход по паролю.",
    ),
}

_ENGLISH = {
    SecurityKind.NEW_DEVICE: Alert(
        "Signed in to the portal on a new device",
        "Your password was used to sign in on a device that was not seen before: {detail}.",
    ),
    SecurityKind.FACTOR_ON: Alert(
        "Signing in with a code is on",
        "From now on the portal asks for a code from your app besides the password.",
    ),
    SecurityKind.FACTOR_OFF: Alert(
        "Signing in with a code is off", "From now on your password alone opens the portal."
    ),
    SecurityKind.FACTOR_RESET: Alert(
        "Your second step was reset",
        "{actor} reset your second step: former codes are no longer good, and the password alone"
        " lets you in. Set up signing in with a code anew.",
    ),
    SecurityKind.RECOVERY_USED: Alert(
        "A recovery code was used",
        "Your password and a recovery code were used to sign in. Recovery codes left: {detail}.",
    ),
    SecurityKind.CODES_RENEWED: Alert(
        "New recovery codes",
        "New recovery codes were made for you. Former ones are no longer good.",
    ),
    SecurityKind.SESSIONS_ENDED: Alert(
        "Your sessions on the portal were ended",
        "{actor} ended all your sessions. Sign in again to go on.",
    ),
    SecurityKind.PROVIDER_LINKED: Alert(
        "Signing in with your company account is on",
        "From now on your company account opens the portal: {detail}.",
    ),
    SecurityKind.PROVIDER_UNLINKED: Alert(
        "Signing in with your company account is off",
        "Your company account opens the portal no more; your password does.",
    ),
}

_FRAMES = {
    "ru": Frame(
        "Здравствуйте, {name}.",
        "Если вы об этом не знаете, смените пароль, завершите другие сеансы и скажите владельцу"
        " портала.",
        "неизвестное устройство",
        "Открыть настройки безопасности",
        "Это письмо отправил ваш портал. Отвечать на него не нужно.",
    ),
    "en": Frame(
        "Hello {name},",
        "If you know nothing of this, change your password, end your other sessions and tell an"
        " owner of the portal.",
        "an unknown device",
        "Open the security settings",
        "This letter was sent by your portal. There is no need to answer it.",
    ),
}

_ALERTS: Mapping[str, Mapping[SecurityKind, Alert]] = {"ru": _RUSSIAN, "en": _ENGLISH}


@dataclass(frozen=True)
class Written:
    """The letter as it goes."""

    subject: str
    text: str
    html: str


def written(
    language: str, kind: SecurityKind, name: str, actor: str, detail: str, link: str
) -> Written:
    """The letter in a language; in one that we do not speak, in Russian."""
    spoken = language if language in _ALERTS else "ru"
    alert, frame = _ALERTS[spoken][kind], _FRAMES[spoken]
    paragraphs = alert.paragraphs(name, actor, detail, frame)
    page = _PAGE.format(
        paragraphs="\n".join(f"<p>{escape(words)}</p>" for words in paragraphs),
        link=escape(link),
        button=frame.button,
        footer=frame.footer,
    )
    return Written(alert.subject, "\n\n".join([*paragraphs, link, frame.footer, ""]), page)
