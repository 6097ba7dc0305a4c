const en = {
  placeholder: "A card by its name, number or address; a page; a command",
  cards: "Cards",
  pages: "Pages",
  commands: "Commands",
  createDeal: "Create a deal",
  nothing: "Nothing is called “{query}”. Try a part of the name, the phone or the e-mail.",
};

export default en;
