import type { Translated } from "@/shared/i18n";
import type en from "./en";

const ru: Translated<typeof en> = {
  title: "Моё отсутствие",
  text: "Коллеги видят, что вас нет, и к кому идти. Кто напишет на ваш личный ящик, один раз получит ответ с этим текстом.",
  since: "Первый день",
  until: "Последний день",
  backwards: "Последний день раньше первого.",
  answer: "Что ответить на письма",
  answerHelp: "Клиентам, один раз каждому. Рассылкам, роботам и коллегам ответа не будет.",
  answerUsual: "Здравствуйте! Сейчас меня нет на работе. Отвечу, когда вернусь.",
  standIn: "Кто заменит",
  standInHelp: "Его имя и адрес будут в ответе.",
  nobody: "Никто",
  save: "Сохранить",
  saved: "Коллеги видят ваше отсутствие.",
  back: "Я на работе",
  isBack: "Отсутствие отменено.",
  now: "Вас нет на работе по {until}",
  ahead: "Вас не будет с {since} по {until}",
  awayUntil: "Нет на работе по {until}",
  awayAhead: "Не будет с {since} по {until}",
  instead: "Заменяет {name}",
};

export default ru;
