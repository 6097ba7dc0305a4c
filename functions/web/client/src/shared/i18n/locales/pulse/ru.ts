import type { Translated } from "@/shared/i18n";
import type en from "./en";

const ru: Translated<typeof en> = {
  noStep: "Нет следующего шага",
  late: "просрочено",
  setReminder: "Поставить напоминание",
  stepToday: "сегодня, {time}",
  stepLate: "{day}, просрочено",
  overdueMark: "Ответ просрочен",
  stepOf: "{person}, {when}",
  waitsSince: "Ждёт ответа с {since}",
  answerBy: "ответить до {by}",
  answerSoon: "Пора ответить, до {by}",
  mark_overdue: "ответ просрочен",
  mark_soon: "пора ответить",
  overdueBy: "Ответ просрочен на {time}",
  firstAnswer: "Первый ответ: {time}{late, select, yes {, позже обещанного} other {}}",
  lastAnswer: "Последний: {time}{late, select, yes {, позже обещанного} other {}}",
  answersHelp:
    "В рабочем времени, от первого неотвеченного письма или сообщения клиента до нашего.",
  promised: "Обещано ответить за {time}.",
  atOnce: "меньше минуты",
};

export default ru;
