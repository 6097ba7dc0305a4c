const en = {
  title: "Client room",
  signOut: "Sign out",
  deals: "My deals",
  empty: "No deals yet",
  emptyText: "When your manager opens a deal with you, it will be here.",
  open: "In work",
  won: "Completed",
  lost: "Closed",
  since: "since",
  stage: "Stage",
  amount: "Amount",
  manager: "Your manager",
  documents: "Documents",
  noDocuments: "No documents have been shared with you yet.",
  download: "Download",
  downloadOne: "Download {name}",
  history: "History",
  noHistory: "Nothing has happened yet.",
};

export default en;
