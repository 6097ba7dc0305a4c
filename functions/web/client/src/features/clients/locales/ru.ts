import type { Translated } from "@/shared/i18n";
import type en from "./en";

const ru: Translated<typeof en> = {
  contacts: "Контакты",
  companies: "Компании",
  leads: "Лиды",
  name: "Имя",
  companyName: "Название",
  company: "Компания",
  jobTitle: "Должность",
  email: "Почта",
  phone: "Телефон",
  phoneHelp: "С кодом страны, например +7 912 345-67-89.",
  owner: "Ответственный",
  taxId: "ИНН",
  taxIdHelp: "10 цифр у организации, 12 у предпринимателя.",
  leadTitle: "Что нужно",
  leadTitleHelp: "Например, «Сушилка на 20 тонн в час».",
  who: "Кто обратился",
  source: "Источник",
  nextStep: "Следующий шаг",
  sourceHelp: "Например, выставка, сайт или рекомендация.",
  status: "Статус",
  created: "Создан",
  statusNew: "Новый",
  statusInProgress: "В работе",
  statusQualified: "Готов к сделке",
  statusRejected: "Отклонён",
  newContact: "Создать контакт",
  newCompany: "Создать компанию",
  newLead: "Создать лид",
  newContactTitle: "Новый контакт",
  newCompanyTitle: "Новая компания",
  newLeadTitle: "Новый лид",
  contactCreated: "Контакт создан",
  companyCreated: "Компания создана",
  leadCreated: "Лид создан",
  contactsEmpty: "Контактов пока нет",
  contactsEmptyText:
    "Здесь будут люди, с которыми вы работаете. Письмо от контакта само найдёт его карточку.",
  companiesEmpty: "Компаний пока нет",
  companiesEmptyText: "Здесь будут компании ваших контактов и сделок.",
  leadsEmpty: "Лидов пока нет",
  leadsEmptyText:
    "Здесь будут обращения, которые могут стать сделками: созданные вручную или из письма.",
};

export default ru;
