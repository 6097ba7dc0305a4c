import type { Translated } from "../..";
import type en from "./en";

const ru: Translated<typeof en> = {
  placeholder: "Карточка по имени, номеру или адресу; страница; команда",
  cards: "Карточки",
  pages: "Страницы",
  commands: "Команды",
  createDeal: "Создать сделку",
  recent: "Недавние",
  people: "Сотрудники",
  closed: "завершено",
  createLead: "Создать лид",
  createContact: "Создать контакт",
  createCompany: "Создать компанию",
  themeDark: "Тёмная тема",
  themeLight: "Светлая тема",
  themeAuto: "Тема как в системе",
  otherLanguage: "Язык: английский",
  found:
    "{count, plural, =0 {Ничего не найдено} one {Найдена # строка} few {Найдено # строки} many {Найдено # строк} other {Найдено # строки}}",
  nothing: "«{query}» не найдено. Попробуйте часть имени, телефон или почту.",
};

export default ru;
