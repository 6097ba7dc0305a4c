const en = {
  asSent: "Show as it was sent",
  asText: "Show as text",
  blocked: "A virus was found in this letter. The file cannot be opened.",
  blockedShort: "blocked",
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
    "{count, plural, one {# picture is not fetched: its sender would learn that the letter was read.} other {# pictures are not fetched: their sender would learn that the letter was read.}}",
  imagesShow: "Show pictures",
};

export default en;
