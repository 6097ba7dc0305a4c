const en = {
  title: "Working hours",
  text: "By these hours the portal counts how long clients wait for an answer and deals go without a next step.",
  textOfAll:
    "By these hours the portal counts how long clients wait for an answer. The owner of the portal sets them.",
  days: "Working days",
  noDays: "Choose at least one day.",
  starts: "The day starts",
  ends: "The day ends",
  backwards: "The day ends after it starts.",
  zone: "Time zone",
  holidays: "Holidays",
  addHoliday: "Add",
  removeHoliday: "Remove {day}",
  answerWithin: "Answer leads within",
  answerWithinHelp:
    "Minutes of working time. Empty: no limit. For deals it is set in the pipeline.",
  stepWithin: "Remind of a deal without a next step after",
  stepWithinHelp: "Minutes of working time. Empty: one working day.",
  minutes: "min",
  save: "Save",
  saved: "The working hours are saved",
  inWords: "{days}, from {starts} to {ends}, {zone}",
};

export default en;
