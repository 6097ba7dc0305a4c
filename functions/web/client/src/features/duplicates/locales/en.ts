const en = {
  title: "Possible duplicates",
  kinds: "Kind of card",
  contact: "Contacts",
  company: "Companies",
  lead: "Leads",
  intro:
    "Cards with the same number, address or tax id, or with names much alike. You see the pairs of which you may see both cards, and their number.",
  empty: "No duplicates",
  emptyText: "Cards that seem to be the same come here by themselves as soon as they are made.",
  more: "Show more",
  group: "Alike: {titles}",
  sure: "Almost certainly",
  likely: "Probably",
  possible: "Maybe",
  chosen: "Merge “{title}” as well",
  not: "Not a duplicate",
  notThisOne: "Not a duplicate: “{title}”",
  noted: "Noted: these are different cards",
  leadAndContact:
    "A lead of somebody who is a contact already: turn the lead into a deal, and choose this contact.",
};

export default en;
