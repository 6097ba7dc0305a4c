import type { Translated } from "../..";
import type en from "./en";

const ru: Translated<typeof en> = {
  invited: "Приглашение",
  cancelled: "Встреча отменена",
  answered: "Ответ на приглашение",
  proposed: "Предложено другое время",
  event: "Событие",
  untitled: "Без названия",
  when: "Когда",
  where: "Где",
  organiser: "Организатор",
  repeats: "повторяется",
  days: "{first} – {last}",
  said_accepted: "Придёт: {who}",
  said_declined: "Не придёт: {who}",
  said_tentative: "Возможно, придёт: {who}",
  said_nothing: "Ответил участник: {who}",
  somebody: "участник",
  businessCard: "Визитка",
  phone: "Телефон",
  email: "Почта",
  company: "Компания",
  createContact: "Создать контакт",
  notUnpacked:
    "Outlook упаковал файлы письма в winmail.dat, и раскрыть его не удалось. Сохраните файл или попросите отправителя прислать вложения как обычно.",
};

export default ru;
