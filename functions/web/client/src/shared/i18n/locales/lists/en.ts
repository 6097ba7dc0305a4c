const en = {
  give: "Give to…",
  giveTitle: "{count, plural, one {Give # record to} other {Give # records to}}",
  giveSubmit: "Give",
  newOwner: "New owner",
  given: "{count, plural, one {# record given to {name}} other {# records given to {name}}}",
  outOfSight:
    "{count, plural, one {You will no longer see # record: only its new owner or a head can return it.} other {You will no longer see # records: only their new owner or a head can return them.}}",
  moveTo: "Move to a stage",
  notMoved:
    "{count, plural, one {# deal stayed where it was} other {# deals stayed where they were}}",
  movedAll: "{count, plural, one {# deal moved to “{stage}”} other {# deals moved to “{stage}”}}",
  several: "{count, plural, one {# deal} other {# deals}}",
  progress: "{done} of {total}",
  stop: "Stop here",
  mine: "Mine",
  owner: "Owner",
  anyone: "All owners",
  nobody: "Nobody of that name",
  emptyFiltered: "Nothing is here",
  emptyFilteredText: "Nothing matches these filters. Remove one of them, or choose another owner.",
  showAll: "Show all",
};

export default en;
