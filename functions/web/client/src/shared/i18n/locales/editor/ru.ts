import type { Translated } from "../..";
import type en from "./en";

const ru: Translated<typeof en> = {
  bold: "Полужирный",
  italic: "Курсив",
  bullets: "Список",
  numbers: "Нумерованный список",
  quote: "Цитата",
  link: "Ссылка",
  linkAddress: "Адрес ссылки",
  linkSave: "Сохранить",
  linkNewTab: "Откроется в новой вкладке",
  linkSameTab: "Откроется в этой же вкладке",
  unlink: "Убрать ссылку",
  clear: "Убрать оформление",
};

export default ru;
