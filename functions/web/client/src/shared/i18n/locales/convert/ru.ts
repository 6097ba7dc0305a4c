import type { Translated } from "../..";
import type en from "./en";

const ru: Translated<typeof en> = {
  verb: "Превратить в сделку",
  title: "Превратить «{title}»",
  intro: "Лид станет обработанным. Его письма перейдут в сделку.",
  contact: "Контакт",
  contactHelp: "Имя нового контакта или несколько букв имени того, кто уже есть",
  newContact: "Новый контакт",
  emails: "Почта",
  phones: "Телефоны",
  addressHelp: "Enter добавляет ещё",
  takeKnown: "Взять этот контакт",
  taken: "Этот адрес или номер уже у другого контакта",
  company: "Компания",
  companyHelp: "Можно оставить пустым",
  newCompany: "Новая компания",
  withDeal: "Создать сделку",
  dealTitle: "Название сделки",
  pipeline: "Воронка",
  needsDescription: "Сначала напишите на лиде описание: его требует первый этап воронки.",
  amount: "Сумма",
  submit: "Превратить",
  submitDeal: "Превратить в сделку",
  done: "Лид превращён: «{title}»",
  carried: "Поля, которые перейдут на новые карточки: {names}",
  notCarried: "Поля, которые останутся только на лиде: {names}",
  openCard: "Открыть",
  already: "Этот лид уже превращён",
  openConverted: "Открыть, во что он превращён",
  wentTo: "Превращён в сделку",
  wentToContact: "Превращён в контакт",
  entryFrom: "Превращён лид",
  entryInto: "Лид превращён в",
  needName: "Напишите имя или выберите контакт",
};

export default ru;
