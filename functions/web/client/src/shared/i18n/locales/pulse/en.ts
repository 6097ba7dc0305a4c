const en = {
  noStep: "No next step",
  late: "overdue",
  setReminder: "Set a reminder",
  stepToday: "today, {time}",
  stepLate: "{day}, overdue",
  overdueMark: "The answer is overdue",
  stepOf: "{person}, {when}",
  waitsSince: "Waits for an answer since {since}",
  answerBy: "answer by {by}",
  answerSoon: "Answer soon, by {by}",
  mark_overdue: "overdue",
  mark_soon: "answer soon",
  overdueBy: "The answer is overdue by {time}",
  firstAnswer: "First answer: {time}{late, select, yes {, later than promised} other {}}",
  lastAnswer: "Last: {time}{late, select, yes {, later than promised} other {}}",
  answersHelp:
    "In working time, from the first thing the client wrote to our next letter or message.",
  promised: "Promised: within {time}.",
  atOnce: "less than a minute",
};

export default en;
