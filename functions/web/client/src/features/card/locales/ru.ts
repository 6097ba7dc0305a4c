import type { Translated } from "@/shared/i18n";
import composer from "./composer/ru";
import history from "./history/ru";
import timeline from "./timeline/ru";
import type en from "./en";

const ru: Translated<typeof en> = {
  facts: "Сведения",
  showFacts: "Показать сведения",
  hideFacts: "Скрыть сведения",
  close: "Закрыть карточку",
  copyLink: "Скопировать ссылку",
  toList: "К списку",
  call: "Позвонить {phone}",
  write: "Написать письмо",
  won: "Выиграна",
  lost: "Проиграна",
  open: "В работе",
  closedLead: "Закрыт",

  factTitle: "Название",
  factName: "Имя",
  factAmount: "Сумма",
  factContacts: "Контакты",
  factCompany: "Компания",
  factOwner: "Ответственный",
  factParticipants: "Участники",
  factDescription: "Описание",
  factEmails: "Почта",
  factPhones: "Телефоны",
  factHandles: "Мессенджеры",
  factJobTitle: "Должность",
  factTaxId: "ИНН",
  factDomains: "Сайты",
  factSource: "Источник",
  factStatus: "Статус",
  factCreated: "Создано",
  factLostReason: "Почему проиграна",
  addEmail: "name@company.ru",
  addPhone: "+7 921 555-01-01",
  addDomain: "company.ru",
  status_new: "Новый",
  status_in_progress: "В работе",
  status_qualified: "Подходит",
  status_rejected: "Отклонён",

  stages: "Этапы",
  stageNow: "текущий этап",
  stagePassed: "пройден",
  stageAhead: "впереди",
  stageMove: "Перевести на этап «{stage}»",
  stageFinish: "Завершить",
  moved: "Сделка на этапе «{stage}»",

  ...timeline,
  ...composer,
  ...history,
  writeTo: "Написать на {address}",
  newCompany: "Новая компания «{name}»",
  newContact: "Новый контакт «{name}»",
  pickerPlaceholder: "Имя или название",
  pickerEmpty: "Пока никого; введите имя",
  letterHidden: "Письмо: содержание видно только сотрудникам ящика",
  someone: "Собеседник",
};

export default ru;
