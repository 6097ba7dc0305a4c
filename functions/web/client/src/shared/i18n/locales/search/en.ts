const en = {
  placeholder: "A card by its name, number or address; a page; a command",
  cards: "Cards",
  pages: "Pages",
  commands: "Commands",
  createDeal: "Create a deal",
  recent: "Recent",
  people: "People",
  closed: "closed",
  createLead: "Create a lead",
  createContact: "Create a contact",
  createCompany: "Create a company",
  themeDark: "Dark theme",
  themeLight: "Light theme",
  themeAuto: "Theme of the system",
  otherLanguage: "Language: Russian",
  found: "{count, plural, =0 {Nothing found} one {# result} other {# results}}",
  nothing: "Nothing is called “{query}”. Try a part of the name, the phone or the e-mail.",
};

export default en;
