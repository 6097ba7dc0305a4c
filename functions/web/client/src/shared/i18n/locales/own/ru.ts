import type { Translated } from "../..";
import type en from "./en";

const ru: Translated<typeof en> = {
  yes: "Да",
  no: "Нет",
  currency: "Валюта: {field}",
  missing: "Нужно заполнить",
  type_text: "Строка текста",
  type_long_text: "Длинный текст",
  type_number: "Число",
  type_money: "Деньги",
  type_date: "Дата",
  type_choice: "Список: одно из",
  type_choices: "Список: несколько",
  type_person: "Сотрудник",
  type_yes_no: "Да или нет",
  type_file: "Файл",
  type_link: "Ссылка",
  type_email: "Адрес почты",
  type_phone: "Телефон",
  file: "Файл",
  chooseFile: "Выберите файл карточки",
  noFiles: "На карточке ещё нет файлов",
  uploadFile: "Загрузить файл",
  uploading: "Загружается: {percent, number} %",
  takingIn: "Файл загружен, портал проверяет его",
  fileLater: "Файл загружен и стоит на карточке. Выберите его здесь через минуту.",
  download: "Скачать {name}",
};

export default ru;
