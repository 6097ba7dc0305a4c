import type { Translated } from "../..";
import type en from "./en";

const ru: Translated<typeof en> = {
  asSent: "Показать как отправлено",
  asText: "Показать как текст",
  blocked: "В этом письме найден вирус. Файл открыть нельзя.",
  blockedShort: "заблокирован",
  cc: "копия: {names}",
  files: "Файлы",
  filesCount: "{count, plural, one {# файл} few {# файла} many {# файлов} other {# файла}}",
  from: "от {name} <{address}>",
  history: "Показать, что процитировано в письме",
  noText: "В письме нет текста.",
  to: "кому: {names}",
  truncated: "Письмо длиннее, чем можно показать здесь. Скачайте его, чтобы прочитать целиком.",
};

export default ru;
