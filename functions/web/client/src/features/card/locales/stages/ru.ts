import type { Translated } from "@/shared/i18n";
import type en from "./en";

const ru: Translated<typeof en> = {
  stageLog: "Журнал этапов",
  stageLogStage: "Этап",
  stageLogTime: "Всего",
  stageLogWork: "Рабочее время",
  stageLogStays: "Заходов",
  stageStays: "Как сделка шла",
  stageStill: "– сейчас здесь",
  stageBegunBy: "Начал сделку: {person}",
  stageMovedBy: "Перевёл: {person}",
  stageElsewhere: "в воронку «{pipeline}»",
  stageCause_stage_removed: "прежний этап удалён",
  stageCause_pipeline_removed: "прежняя воронка удалена",
  stageWorked: "Из них в рабочее время {time}",
  stageOfWork: "рабочих {time}",
  otherPipeline: "В другую воронку",
  wonOn: "Выиграна {day}",
  lostOn: "Проиграна {day}",
  reopen: "Вернуть на этап «{stage}»",
  reopened: "Сделка снова в работе: этап «{stage}»",
  stageGone: "Удалённый этап",
  stageLong: "{time}, долго",
  stageTooLong:
    "{count, plural, one {Обычно здесь не дольше # дня} few {Обычно здесь не дольше # дней} many {Обычно здесь не дольше # дней} other {Обычно здесь не дольше # дня}}",
};

export default ru;
