export default {
  bold: "Bold",
  italic: "Italic",
  bullets: "List",
  numbers: "Numbered list",
  quote: "Quote",
  link: "Link",
  linkAddress: "Address of the link",
  linkSave: "Save",
  linkNewTab: "Opens in a new tab",
  linkSameTab: "Opens in the same tab",
  unlink: "Remove the link",
  clear: "Clear formatting",
};
