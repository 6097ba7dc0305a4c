export default {
  brand: "Sales Portal",
  title: "Send files",
  until: "The link works until {when}",
  offline: "What is being sent goes on by itself as soon as the connection is back.",
  thanks: "Thank you, the files are here",
  allSent: "All that was asked for has come. You can close this page.",
  someSent: "You can close this page, or send more by the same link.",
  expiredTitle: "This link is over",
  expiredText: "Its time has passed. Ask whoever sent it for a new one.",
  withdrawnTitle: "This link was withdrawn",
  withdrawnText:
    "The files are no longer needed, or you will get another link. Ask whoever sent it.",
  unknownTitle: "There is no such link",
  unknownText: "Check that it was copied whole, or ask whoever sent it for a new one.",
};
