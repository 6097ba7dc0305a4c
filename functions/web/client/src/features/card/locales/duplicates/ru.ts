import type { Translated } from "@/shared/i18n";
import type en from "./en";

const ru: Translated<typeof en> = {
  alikeTitle: "Возможные дубли",
  alikeTo: "Похоже на:",
  alikeNot: "Не дубль",
  alikeApart: "Запомнили: это две разные карточки",
  mergedInto: "«{title}» объединена с этой карточкой",
  unmerge: "Разъединить",
  unmerged: "Карточки снова раздельны",
  unmergedKept: "Карточки снова раздельны. Осталось как сейчас: {fields}",
  formerCard: "С этой карточкой объединена «{title}».",
  formerRule: "После разъединения то, что пришло за это время, останется здесь.",
  entryMerged: "объединение: «{title}» теперь в этой карточке",
  entryUnmerged: "разъединение: «{title}» снова отдельная карточка",
};

export default ru;
