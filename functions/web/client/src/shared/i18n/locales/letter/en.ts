const en = {
  asSent: "Show as it was sent",
  asText: "Show as text",
  blocked: "A virus was found in this letter. The file cannot be opened.",
  blockedShort: "blocked",
  badAddress: "{address} refused a letter on {when}. Check the address, or write to another one.",
  addressFine: "The address is right",
  addressFineOf: "{address}: the address is right",
  addressIsFine: "{address} counts as right again",
  bcc: "hidden copy: {names}",
  cc: "copy: {names}",
  files: "Files",
  filesCount: "{count, plural, one {# file} other {# files}}",
  from: "from {name} <{address}>",
  history: "Show what the letter quotes",
  noText: "The letter has no text.",
  to: "to {names}",
  truncated: "The letter is longer than can be shown here. Download it to read it whole.",
  untitled: "Letter without a subject",
  imagesBlocked:
    "{count, plural, one {# picture is kept by the sender, who would learn that you read the letter. It stands here as a link.} other {# pictures are kept by the sender, who would learn that you read the letter. They stand here as links.}}",
  picture: "picture",
  cardLabel: "Name, number, address or phone",
  cardNothing: "Nothing found. Try a part of the name.",
  closedSubject: "The letter's text and files are read by the people of {mailbox} only.",
  closedHidden:
    "What this letter says, and who wrote it to whom, is seen by the people of {mailbox} only.",
  forwardedBy: "This letter was forwarded by {name}",
  forwardNote: "with the note: {text}",
  droppedBy: "Sent from one's own mail program; a copy came to the portal.",
};

export default en;
