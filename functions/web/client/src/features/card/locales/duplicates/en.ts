const en = {
  alikeTitle: "Possible duplicates",
  alikeTo: "Looks like:",
  alikeNot: "Not a duplicate",
  alikeApart: "Noted: these are two different cards",
  mergeOpen: "Merge",
  mergeTitle: "Merge two cards",
  mergeStays: "Which card stays",
  mergeUnited: "Both cards' values are kept: {fields}.",
  mergeFilled: "What is empty on the card that stays is filled from the other one.",
  mergeShows:
    "Letters, files and comments of both cards are shown on the card that stays; deals and reminders lead to it. Nothing is deleted.",
  mergeSeen:
    "Whoever owns or takes part in the other card takes part in this one, and sees all that stands on both.",
  mergeBack:
    "You can separate them at any time: the other card comes back with all that stood on it and with its addresses. What came after the merge stays with the card that stays.",
  mergeDone: "The cards are merged",
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
