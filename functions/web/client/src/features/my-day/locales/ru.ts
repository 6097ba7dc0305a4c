import type { Translated } from "@/shared/i18n";
import type en from "./en";

const ru: Translated<typeof en> = {
  title: "Мой день",
  greeting:
    "{part, select, morning {Доброе утро, {name}} day {Добрый день, {name}} other {Добрый вечер, {name}}}",
  overdue: "Просрочено",
  today: "Сегодня",
  soon: "Дальше",
  letters: "Новые письма и сообщения в моих карточках",
  unlinked: "Письма без карточки",
  mentions: "Упоминания",
  files: "Пришли файлы",
  clear: "На сегодня всё",
  clearText: "Новые письма, напоминания и файлы появятся здесь сами.",
  toDeals: "К сделкам",
  done: "Готово",
  doneToast: "Отмечено сделанным",
  read: "Отметить прочитанным",
  readToast: "Отмечено прочитанным",
  open: "Открыть",
  answer: "Ответить",
  nothingNext: "Напоминаний впереди нет. Их ставят в карточке сделки или клиента.",
  snoozed: "Напомним {when}",
  cancel: "Отменить напоминание",
  cancelled: "Напоминание отменено",
  link: "В «{title}»",
  linked: "Письмо теперь в «{title}»",
  choose: "Выбрать карточку",
  reason_unknown_sender: "незнакомый отправитель",
  reason_several_open_deals: "подходит к нескольким сделкам",
  reason_not_authenticated: "отправитель не подтверждён",
  reason_taken_off: "сняли с карточки",
  allLetters: "Все письма без карточки",
};

export default ru;
