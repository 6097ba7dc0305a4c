/** The portal's refusals in Russian, by how they begin in English; what stands at `$1` is taken over. */
const RUSSIAN: readonly (readonly [RegExp, string])[] = [
  [/^This is required\./, "Это обязательное поле."],
  [/^Write at least one character\./, "Напишите хотя бы один знак."],
  [/^Use at most (\d+) characters\./, "Не больше $1 знаков."],
  [/^Use at least (\d+) characters\./, "Не меньше $1 знаков."],
  [/^Name at most (\d+)\./, "Не больше $1."],
  [/^Name at least (\d+)\./, "Не меньше $1."],
  [/^Take (\S+) or more\./, "Не меньше $1."],
  [/^Take (\S+) or less\./, "Не больше $1."],
  [/^Write a whole number\./, "Напишите целое число."],
  [/^Write a number/, "Напишите число, например 120000.00."],
  [/^Remove line breaks/, "Уберите переносы строк и управляющие знаки."],
  [/^Remove the characters that reverse/, "Уберите знаки, которые меняют направление текста."],
  [/^Remove the control characters/, "Уберите управляющие знаки."],
  [/^This is no e-mail address/, "Это не адрес почты. Напишите его в виде name@company.ru."],
  [/^The mail service needs Latin letters/, "Перед @ нужны латинские буквы."],
  [/cannot be written in ASCII\.$/, "На этот адрес отсюда не отправить письмо."],
  [/^This is no phone number/, "Это не номер телефона. Напишите его в виде +7 912 345-67-89."],
  [/^This phone number has too few/, "В номере слишком мало или слишком много цифр."],
  [/^An INN has 10 digits/, "В ИНН 10 цифр, у предпринимателя 12."],
  [/^The digits of this INN/, "Цифры этого ИНН не сходятся. Проверьте, нет ли опечатки."],
  [/^The amount of a deal cannot/, "Сумма сделки не может быть меньше нуля."],
  [/^This instant has passed/, "Это время прошло. Выберите то, что ещё впереди."],
  [/^Choose an instant that is still/, "Выберите время, которое ещё впереди."],
  [/^Choose an instant within five years/, "Выберите время в пределах пяти лет."],
  [/^Choose an instant within a year/, "Выберите время в пределах года."],
  [/^There is no such card\./, "Такой карточки нет, или у вас нет доступа."],
  [/^There is no pipeline yet/, "Воронки пока нет. Её добавляет владелец портала."],
  [/^The (head|owner) must be an employee/, "Это должен быть сотрудник, который может войти."],
  [/^Give the employee at least one role/, "Оставьте сотруднику хотя бы одну роль."],
  [/^Another stage has this name/, "Такая стадия уже есть."],
  [
    /^A stage cannot be removed.*: (.+)\.$/,
    "Стадию нельзя убрать: $1. Переименуйте её или перенесите в конец.",
  ],
  [/^This address belongs to somebody/, "С этим адресом уже кто-то входит. Укажите другой."],
  [/^This address is a mailbox already/, "Такой ящик уже есть."],
  [/^Take an address under (.+)\.$/, "Нужен адрес в домене $1."],
  [/^You have a second factor already/, "Вход с кодом уже включён. Сначала выключите его."],
  [/^There is no second factor here/, "Вход с кодом не включён."],
  [/^Your role asks for a second factor/, "Для вашей роли вход с кодом обязателен."],
  [/^This account is closed already/, "Доступ уже закрыт."],
  [/^This account is closed/, "Доступ закрыт. Сначала откройте его, потом приглашайте."],
  [
    /^This person has a password already/,
    "Пароль уже задан. Новый можно запросить на странице входа.",
  ],
  [
    /^Another owner has to take this right/,
    "Это право снимает с вас другой владелец, чтобы портал не остался без владельца.",
  ],
  [/^This reminder has gone off/, "Это напоминание уже сработало. Поставьте новое."],
  [/^Use 12 to 256 characters/, "Нужно от 12 до 256 знаков."],
  [/^Add a small Latin letter/, "Добавьте строчную латинскую букву."],
  [/^Add a capital Latin letter/, "Добавьте заглавную латинскую букву."],
  [/^Add a digit/, "Добавьте цифру."],
  [/^Add a sign/, "Добавьте знак, например - или #."],
  [/^The user pool refuses this password/, "Этот пароль не подходит. Возьмите длиннее."],
  [/^Write a subject/, "Напишите тему."],
  [/^One letter goes to (\d+) people/, "Одно письмо можно отправить не больше чем $1 получателям."],
  [/^All files (?:of a letter )?together may have/, "Все файлы письма вместе не больше 25 МБ."],
  [
    /^This letter is being sent right now/,
    "Письмо отправляется прямо сейчас. Посмотрите через минуту.",
  ],
  [/^This letter has left already/, "Письмо уже ушло, или его отменили."],
  [
    /^The mail service did not answer, and nobody knows/,
    "Почтовая служба не ответила: неизвестно, ушло ли письмо. Спросите получателя или отправьте ещё раз.",
  ],
  [/^The mail service cannot be reached/, "Почтовая служба недоступна."],
  [/^Too many letters are being sent/, "Почтовая служба просит подождать: писем слишком много."],
  [/^The mail service has paused/, "Почтовая служба приостановила отправку."],
  [/^The mail service has suspended/, "Почтовая служба закрыла учётную запись компании."],
  [/^The account's limit of the mail service/, "Исчерпан лимит почтовой службы."],
  [
    /^The mail service rejected the letter\.(?: It says: (.*))?/,
    "Почтовая служба отклонила письмо. $1",
  ],
  [
    /^The mail service refused the letter\.(?: It says: (.*))?/,
    "Почтовая служба не приняла письмо. $1",
  ],
  [/^The sender's domain is not verified/, "Домен отправителя не подтверждён у почтовой службы."],
  [
    /^The letter cannot be put together/,
    "Письмо не удалось собрать. Измените его и отправьте снова.",
  ],
  [/^Choose one of the mailboxes/, "Выберите один из своих ящиков."],
  [/^Somebody is changing this right now/, "Кто-то меняет это прямо сейчас. Повторите."],
  [/^This communication is being linked/, "Письмо прямо сейчас помещают в карточку. Повторите."],
  [/^A message stays on the deal/, "Сообщение остаётся в сделке, в которой его написали."],
  [/^This lead was converted, so/, "Лид преобразован: его статус остаётся."],
  [/^This lead was converted already/, "Этот лид уже преобразован."],
  [
    /^This deal has no client yet/,
    "У сделки пока нет клиента. Добавьте контакт, потом напишите ему.",
  ],
  [
    /^The company has no mailbox yet/,
    "У компании пока нет ящика. Попросите владельца портала добавить его.",
  ],
  [/^A virus was found in this letter/, "В письме найден вирус, поэтому оно не показывается."],
  [/^This file has not come yet/, "Файл ещё не пришёл. Повторите через минуту."],
];

/** A refusal of the portal's in the reader's language; one that is not known here stays as it is. */
export function refusalIn(language: string, sentence: string): string {
  if (language !== "ru") return sentence;
  for (const [begins, russian] of RUSSIAN) {
    const found = begins.exec(sentence);
    if (found) return russian.replace("$1", found[1] ?? "");
  }
  return sentence;
}
