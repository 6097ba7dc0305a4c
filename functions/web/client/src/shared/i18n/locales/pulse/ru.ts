import type { Translated } from "@/shared/i18n";
import type en from "./en";

const ru: Translated<typeof en> = {
  noStep: "Нет следующего шага",
  late: "просрочено",
  setReminder: "Поставить напоминание",
  stepLate: "{day}, просрочено",
  overdueMark: "Ответ просрочен",
  stepOf: "{person}, {when}",
  waitsSince: "Ждёт ответа с {since}",
  answerBy: "ответить до {by}",
  overdueBy: "Ответ просрочен на {time}",
  firstAnswer: "Первый ответ: {time}",
  firstAnswerHelp: "В рабочем времени, от первого письма или сообщения клиента до нашего.",
  atOnce: "меньше минуты",
};

export default ru;
