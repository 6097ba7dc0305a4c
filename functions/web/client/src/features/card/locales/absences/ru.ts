import type { Translated } from "@/shared/i18n";
import type en from "./en";

const ru: Translated<typeof en> = {
  absences: "Кто отсутствует",
  absenceUntil: "{kind, select, vacation {В отпуске} other {Отсутствует}} по {until}",
  absenceRange: "{kind, select, vacation {В отпуске} other {Отсутствует}} с {since} по {until}",
  absenceInstead: "За него: {name}",
  absenceInsteadOf: "За него:",
  absenceWrite: "Написать на {address}",
  absenceLetter: "Письмо об отсутствии",
};

export default ru;
