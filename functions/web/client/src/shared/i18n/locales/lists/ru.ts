import type { Translated } from "../..";
import type en from "./en";

const ru: Translated<typeof en> = {
  give: "Передать…",
  giveTitle:
    "{count, plural, one {Передать # запись} few {Передать # записи} many {Передать # записей} other {Передать # записи}}",
  giveSubmit: "Передать",
  newOwner: "Новый ответственный",
  given:
    "{count, plural, one {# запись передана: {name}} few {# записи переданы: {name}} many {# записей передано: {name}} other {# записи передано: {name}}}",
  outOfSight:
    "{count, plural, one {Вы больше не увидите # запись: вернуть её сможет только новый ответственный или руководитель.} few {Вы больше не увидите # записи: вернуть их сможет только новый ответственный или руководитель.} many {Вы больше не увидите # записей: вернуть их сможет только новый ответственный или руководитель.} other {Вы больше не увидите # записи: вернуть их сможет только новый ответственный или руководитель.}}",
  moveTo: "На этап",
  movedAll:
    "{count, plural, one {# сделка переведена на «{stage}»} few {# сделки переведены на «{stage}»} many {# сделок переведено на «{stage}»} other {# сделки переведено на «{stage}»}}",
  several: "{count, plural, one {# сделка} few {# сделки} many {# сделок} other {# сделки}}",
  progress: "{done} из {total}",
  stop: "Остановить",
};

export default ru;
