import type { Translated } from "@/shared/i18n";
import absences from "./absences/ru";
import composer from "./composer/ru";
import duplicates from "./duplicates/ru";
import history from "./history/ru";
import rounds from "./rounds/ru";
import stages from "./stages/ru";
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
  factLostNote: "Подробнее о причине",
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
  ...stages,
  ...absences,
  ...rounds,
  ...composer,
  ...history,
  ...duplicates,
  writeTo: "Написать на {address}",
  newCompany: "Новая компания «{name}»",
  newContact: "Новый контакт «{name}»",
  pickerPlaceholder: "Имя или название",
  pickerEmpty: "Пока никого; введите имя",
  letterHidden: "Закрытое письмо",
  someone: "Собеседник",
  badge_bounced: "не доставлено",
  badge_delayed: "доставка задерживается",
  badge_complained: "получатель пожаловался",
  fate_bounced: "Не доставлено на {address}. Проверьте адрес.",
  fate_delayed: "Пока не доставлено на {address}: почтовый сервер ещё пробует.",
  fate_complained: "{address}: получатель пометил письмо как нежелательное.",
};

export default ru;
