const en = {
  title: "Unlinked letters",
  emptyTitle: "Every letter is on its card",
  emptyText: "A letter whose card the portal cannot tell waits here until you choose one.",
  keysWalk: "next, previous ·",
  keysLink: "link",
  more: "Show more",
  back: "To the list",
  noSubject: "No subject",
  choices: "Where the letter belongs",
  suggested: "Likely cards",
  otherwise: "Or",
  newLead: "Create a lead",
  newContact: "Create a contact",
  existing: "Find a card",
  existingNote: "by name, number, address or phone",
  linked: "The letter is on “{title}”",
  another: "Choose another card",
  standsOn: "The letter is on:",
  chooseTitle: "Put the letter on a card",
  chooseLabel: "Name, number, address or phone",
  nothing: "Nothing found. Try a part of the name.",
  reason_unknown_sender: "This address is on no contact and on no lead yet.",
  reason_several_open_deals: "The sender has several open deals.",
  reason_not_authenticated:
    "It is not proved that the letter comes from this address. Read it before you link it.",
};

export default en;
