import type { Translated } from "@/shared/i18n";
import type en from "./en";

const ru: Translated<typeof en> = {
  days: "{count, plural, =0 {сегодня} one {# день} few {# дня} many {# дней} other {# дня}}",
  daysLong:
    "{count, plural, =0 {на этапе с сегодняшнего дня} one {# день на этапе} few {# дня на этапе} many {# дней на этапе} other {# дня на этапе}}",
  tooLong:
    "{count, plural, one {# день, долго} few {# дня, долго} many {# дней, долго} other {# дня, долго}}",
  tooLongHelp:
    "{count, plural, one {# день на этапе} few {# дня на этапе} many {# дней на этапе} other {# дня на этапе}}, а обычно здесь не дольше {most, plural, one {# дня} few {# дней} many {# дней} other {# дня}}",
};

export default ru;
