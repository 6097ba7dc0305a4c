const en = {
  alikeTitle: "Possible duplicates",
  alikeTo: "Looks like:",
  alikeNot: "Not a duplicate",
  alikeApart: "Noted: these are two different cards",
  mergedInto: "“{title}” was merged into this card",
  unmerge: "Separate",
  unmerged: "The cards are separate again",
  unmergedKept: "The cards are separate again. Kept as it is now: {fields}",
  formerCard: "“{title}” was merged into this card.",
  formerRule: "After separating, what came since stays here.",
  entryMerged: "merged “{title}” into this card",
  entryUnmerged: "separated “{title}” from the card it was merged into",
};

export default en;
