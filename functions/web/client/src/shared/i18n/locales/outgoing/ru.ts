import type { Translated } from "../..";
import type en from "./en";

const ru: Translated<typeof en> = {
  noSubject: "(без темы)",
  to: "кому: {names}",
  leavesIn: "отправляется · {seconds} с",
  leaving: "отправляется",
  leavesAt: "уйдёт {when}",
  held: "придержано",
  failed: "не отправлено",
  cancel: "Отменить",
  edit: "Изменить текст",
  sendNow: "Отправить сейчас",
  sendAgain: "Отправить снова",
  reschedule: "Другое время",
  answeredAt: "Клиент написал {when}, уже после того, как вы запланировали письмо.",
  heldWhy: "Клиент написал {when}, поэтому письмо ждёт вашего решения.",
  unlessAnswered: "Не отправлять, если клиент ответит раньше",
  tryingAgain: "Повторим {when}: {reason}",
  menu: "Действия: {subject}",
  takenBack: "Письмо снова стало черновиком на карточке",
  gone: "Письмо уже ушло; напишите ещё одно.",
  sentNow: "Письмо отправлено",
  putOff: "Письмо уйдёт {when}",
  inAnHour: "Через час",
  tomorrow: "Завтра в 9:00",
  monday: "В понедельник в 9:00",
  exactly: "Точное время",
  zone: "По часам: {zone}",
  choose: "Выбрать",
  later: "Отправить позже",
  past: "Это время прошло. Выберите то, что ещё впереди.",
  notPlanned: "Отправить сразу",
};

export default ru;
