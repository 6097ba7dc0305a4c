const en = {
  noStep: "No next step",
  late: "overdue",
  setReminder: "Set a reminder",
  stepLate: "{day}, overdue",
  overdueMark: "The answer is overdue",
  stepOf: "{person}, {when}",
  waitsSince: "Waits for an answer since {since}",
  answerBy: "answer by {by}",
  overdueBy: "The answer is overdue by {time}",
  firstAnswer: "First answer: {time}",
  firstAnswerHelp: "In working time, from the client’s first letter or message to ours.",
  atOnce: "less than a minute",
};

export default en;
