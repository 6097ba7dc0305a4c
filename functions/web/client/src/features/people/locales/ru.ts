import type { Translated } from "@/shared/i18n";
import type en from "./en";

const ru: Translated<typeof en> = {
  title: "Сотрудники",
  add: "Добавить сотрудника",
  addVerb: "Добавить",
  added: "Сотрудник добавлен",
  name: "Имя",
  jobTitle: "Должность",
  department: "Отдел",
  allDepartments: "Все отделы",
  roles: "Роли",
  email: "Почта",
  phone: "Телефон",
  zone: "Часовой пояс",
  heads: "Руководит",
  gone: "Больше не работает",
  write: "Написать",
  call: "Позвонить",
  password: "Первый пароль",
  passwordHelp: "Не короче 12 знаков. Сообщите его лично.",
  emptyTitle: "Никого нет",
  emptyText: "В этом отделе пока никого нет.",
  role_owner: "Владелец",
  role_head: "Руководитель",
  role_employee: "Сотрудник",
  role_hr: "Кадры",
  role_accountant: "Бухгалтер",
  role_client: "Клиент",
  role_partner: "Партнёр",
};

export default ru;
