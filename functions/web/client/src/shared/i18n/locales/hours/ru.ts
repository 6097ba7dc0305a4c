import type { Translated } from "@/shared/i18n";
import type en from "./en";

const ru: Translated<typeof en> = {
  title: "Рабочее время",
  text: "По этим часам портал считает, сколько клиенты ждут ответа и сколько сделки стоят без следующего шага.",
  textOfAll:
    "По этим часам портал считает, сколько клиенты ждут ответа. Их задаёт владелец портала.",
  days: "Рабочие дни",
  noDays: "Выберите хотя бы один день.",
  starts: "Начало дня",
  ends: "Конец дня",
  backwards: "День заканчивается позже, чем начинается.",
  zone: "Часовой пояс",
  holidays: "Праздники",
  addHoliday: "Добавить",
  removeHoliday: "Убрать {day}",
  answerWithin: "Отвечать на лиды за",
  answerWithinHelp: "Минуты рабочего времени. Пусто: без срока. Для сделок срок задан в воронке.",
  stepWithin: "Напоминать о сделке без следующего шага через",
  stepWithinHelp: "Минуты рабочего времени. Пусто: один рабочий день.",
  minutes: "мин",
  save: "Сохранить",
  saved: "Рабочее время сохранено",
  inWords: "{days}, с {starts} до {ends}, {zone}",
};

export default ru;
