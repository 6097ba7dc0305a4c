const en = {
  health: "State of mail",
  healthText:
    "Whether letters come to each mailbox, what became of them, and which could not be read. Silence is counted in your working hours.",
  noMailboxes: "There are no mailboxes yet. Add one in “Mailboxes”.",
  noMailbox: "Letters to no mailbox",
  noMailboxText:
    "They came to addresses that are nobody's mailbox, or could not be read. Owners see them in the inbox.",
  never: "No letter has come yet",
  last: "The last letter came",
  silent: "Silent for longer than usual",
  silentText:
    "Nothing has come for {silent, plural, one {# working hour} other {# working hours}}. Send a letter to this address from another mailbox: if it does not come either, check the mail settings of your domain.",
  fine: "Works as usual",
  few: "Too few letters to say what is usual",
  usual: "A letter usually comes every {hours} in working time.",
  alarm: "Owners are told after {hours} of silence.",
  hours: "{count, plural, one {# hour} other {# hours}}",
  minutes: "{count, plural, one {# minute} other {# minutes}}",
  counted: "{count, plural, one {# letter} other {# letters}} since",
  stored: "Stored with copies",
  linked: "On cards",
  unlinked: "Wait for a card",
  aside: "Need no card",
  failed: "Not read",
  skipped: "Not recorded by rules",
  failedTitle: "Letters that could not be read",
  failedNone: "Every letter has been read.",
  reason_empty: "The letter came empty.",
  reason_large: "The letter is too large to be shown here.",
  reason_nested: "The letter holds parts within parts, too many to be read.",
  reason_other: "The letter is put together in a way that the portal does not understand.",
  again: "Read again",
  read: "The letter has been read. It is in the inbox.",
  stillFailed:
    "It still cannot be read. The letter is kept whole; it can be downloaded in the inbox.",
  noSubject: "No subject",
  unknownSender: "Sender unknown",
  more: "Show more",
} as const;

export default en;
