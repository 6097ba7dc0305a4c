import type { Translated } from "@/shared/i18n";
import type en from "./en";

const ru: Translated<typeof en> = {
  mailboxes: "Почтовые ящики",
  mailboxesText: "Адреса, письма на которые приходят в портал: чьи они и кто видит письма.",
  noMailboxes: "Ящиков пока нет.",
  newMailbox: "Добавить ящик",
  addMailbox: "Добавить",
  address: "Адрес",
  mailboxName: "Название",
  mailboxNameHelp: "Клиенты видят его как отправителя.",
  mailboxKind: "Чей это ящик",
  kindShared: "Общий",
  kindPersonal: "Личный",
  mailboxPerson: "Чей",
  mailboxOf: "ящик: {name}",
  departments: "Отделы, которые читают и отвечают",
  departmentsHelp: "Они видят и письма, которые ни на одной карточке.",
  people: "И сотрудники",
  privacy: "Что в письмах видят остальные",
  privacyHelp: "Те, кто видит карточку клиента. Сотрудники самого ящика видят всё.",
  privacy_full: "Всё",
  privacy_subject: "Только тему",
  privacy_hidden: "Только то, что письмо было",
  privacyOf_full: "Кто видит карточку, читает письмо.",
  privacyOf_subject:
    "Остальные видят тему, участников и время; текст и файлы видны только сотрудникам ящика.",
  privacyOf_hidden: "Остальные видят, что письмо пришло или ушло и когда.",
  changeMailbox: "Изменить",
  changeMailboxOf: "Изменить {address}",
  mailboxMine: "ваш",
  mailboxClosed: "закрыт",
  closeMailbox: "Закрыть ящик",
  openMailbox: "Открыть снова",
  mailboxClosedNow: "Ящик закрыт. Его письма остаются.",
  mailboxOpenedNow: "Ящик снова открыт",
  mailboxSaved: "Ящик сохранён",
  mailboxAdded: "Ящик добавлен",
  drop: "Адрес для копий",
  dropText:
    "Пишете клиенту из своей почты: поставьте этот адрес в скрытую копию, и письмо встанет на карточку клиента как ваше. Перешлите сюда письмо клиента, и оно встанет на карточку как пришедшее от него.",
  dropOwn: "Адрес личный: портал примет копии, отправленные с {email}.",
  copy: "Скопировать",
  copied: "Скопировано",
};

export default ru;
