import type { Translated } from "@/shared/i18n";
import type en from "./en";

const ru: Translated<typeof en> = {
  title: "Кабинет клиента",
  signOut: "Выйти",
  deals: "Мои сделки",
  empty: "Сделок пока нет",
  emptyText: "Когда менеджер откроет с вами сделку, она появится здесь.",
  open: "В работе",
  won: "Завершена",
  lost: "Закрыта",
  since: "с",
  stage: "Стадия",
  amount: "Сумма",
  manager: "Ваш менеджер",
  documents: "Документы",
  noDocuments: "Вам пока не передали документов.",
  download: "Скачать",
  downloadOne: "Скачать {name}",
  history: "История",
  noHistory: "Пока ничего не происходило.",
};

export default ru;
