import type { Translated } from "../..";
import type en from "./en";

const ru: Translated<typeof en> = {
  placeholder: "Карточка по имени, номеру или адресу; страница; команда",
  cards: "Карточки",
  pages: "Страницы",
  commands: "Команды",
  createDeal: "Создать сделку",
  nothing: "«{query}» не найдено. Попробуйте часть имени, телефон или почту.",
};

export default ru;
