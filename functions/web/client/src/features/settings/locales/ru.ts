import type { Translated } from "@/shared/i18n";
import type en from "./en";

const ru: Translated<typeof en> = {
  title: "Настройки",
  create: "Создать",
  saved: "Сохранено",
  mine: "Мой портал",
  mineText: "Видите только вы.",
  language: "Язык",
  zone: "Часовой пояс",
  theme: "Тема",
  themeLight: "Светлая",
  themeDark: "Тёмная",
  themeAuto: "Как в системе",
  pipelines: "Воронки",
  pipelinesText: "Стадии, через которые проходит сделка, и вероятность успеха на каждой.",
  noPipelines: "Воронок пока нет. Сделки появятся, когда владелец создаст первую.",
  newPipeline: "Создать воронку",
  pipelineName: "Название",
  stages: "Открытые стадии по порядку",
  stagesHelp: "Через запятую: Запрос, Предложение, Договор.",
  wonStage: "Стадия успеха",
  lostStage: "Стадия отказа",
  wonDefault: "Выиграна",
  lostDefault: "Проиграна",
  mailboxes: "Почтовые ящики",
  mailboxesText: "Адреса, письма на которые принимает портал, и чьи они.",
  noMailboxes: "Ящиков пока нет.",
  newMailbox: "Добавить ящик",
  address: "Адрес",
  mailboxName: "Название",
  mailboxNameHelp: "Клиенты видят его как отправителя.",
  department: "Отдел",
  departmentHelp: "Видит письма, которые ни на одной карточке.",
};

export default ru;
