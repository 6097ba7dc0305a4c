const en = {
  title: "My absence",
  text: "Colleagues see that you are away and whom to turn to. Whoever writes to your personal mailbox gets one answer.",
  since: "First day",
  until: "Last day",
  backwards: "The last day comes before the first one.",
  answer: "What letters are answered",
  answerHelp: "To clients, once to each. Mailing lists, robots and colleagues are not answered.",
  answerUsual:
    "Left empty, letters are answered in their own language: through which day you are away, and that you will answer when you are back.",
  standIn: "Who stands in",
  standInHelp: "The answer gives this colleague's name and address.",
  nobody: "Nobody",
  save: "Save",
  saved: "Your colleagues see that you are away.",
  back: "I am back",
  isBack: "The absence is called off.",
  now: "You are away through {until}",
  ahead: "You will be away from {since} through {until}",
};

export default en;
