const en = {
  absences: "Who is away",
  absenceUntil: "{kind, select, vacation {On vacation} other {Away}} through {until}",
  absenceRange: "{kind, select, vacation {On vacation} other {Away}} from {since} through {until}",
  absenceInstead: "Instead: {name}",
  absenceInsteadOf: "Instead:",
  absenceWrite: "Write to {address}",
  absenceLetter: "The letter that says so",
};

export default en;
