import type { Translated } from "@/shared/i18n";
import type en from "./en";

const ru: Translated<typeof en> = {
  rounds: "Регламентные работы",
  roundOf: "Раунд {number} по договору",
  roundDue: "Срок: {day}",
  roundsNone:
    "Графика пока нет. Он начнётся сам, когда договор будет выигран: раз в {months, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}}.",
  roundsBegin: "Завести график",
  roundsEach:
    "Раз в {months, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}}",
  roundsUntil: "до {day}",
  roundNext: "Раунд {number}, следующий {day}",
  roundNextOf: "Раунд {number} из {total}, следующий {day}",
  roundsPaused: "Приостановлены; следующий был бы {day}",
  roundsEnded:
    "{count, plural, =0 {Закончены} one {Закончены, был # раунд} few {Закончены, было # раунда} many {Закончены, было # раундов} other {Закончены, было # раунда}}",
  roundsMenu: "Что сделать с графиком работ",
  roundsEdit: "Изменить график",
  roundsSkip: "Пропустить раунд {number}",
  roundsPause: "Приостановить",
  roundsResume: "Возобновить",
  roundsEnd: "Завершить",
  roundsDone_pause: "График приостановлен",
  roundsDone_resume: "График возобновлён",
  roundsDone_skip: "Раунд пропущен",
  roundsDone_unskip: "Раунд возвращён",
  roundsDone_end: "График завершён",
  roundsOpened: "Раунды, которые были",
  roundLine: "№ {number} · {day}",
  roundSkipped: "пропущен",
  roundsPlan: "График регламентных работ",
  roundsTitle: "ТО: {title}",
  roundsName: "Как называть сделки раундов",
  roundsNameHelp: "К названию добавится номер раунда.",
  roundsMonths: "Раз в сколько месяцев",
  roundsAhead: "Открывать сделку за, дней",
  roundsNext: "Следующий раунд",
  roundsLast: "Договор действует до",
  roundsLastEarly: "Раньше следующего раунда",
  roundsInto: "В какой воронке открывать",
  roundsSaved: "График сохранён",
};

export default ru;
