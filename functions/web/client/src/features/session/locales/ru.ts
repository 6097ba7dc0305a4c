import type { Translated } from "@/shared/i18n";
import type en from "./en";

const ru: Translated<typeof en> = {
  title: "Вход",
  lead: "Каждое письмо в своей сделке, у каждой сделки следующий шаг.",
  email: "Почта",
  password: "Пароль",
  submit: "Войти",
  wrong: "Неверный адрес или пароль.",
  busy: "Слишком много попыток. Подождите несколько минут и повторите.",
  forgotten: "Забыли пароль?",
  forgottenText: "Обратитесь к владельцу портала: он задаст вам новый пароль.",
  expiredTitle: "Войдите снова",
  expiredText: "Сессия закончилась. Всё, что вы набрали, осталось на странице.",
  other: "Уйти со страницы",
};

export default ru;
