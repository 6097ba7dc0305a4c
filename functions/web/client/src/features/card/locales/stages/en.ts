const en = {
  stageLog: "Stage log",
  stageLogStage: "Stage",
  stageLogTime: "In all",
  stageLogWork: "Working time",
  stageLogStays: "Stays",
  stageStays: "How the deal went",
  stageStill: "– here now",
  stageBegunBy: "Begun by {person}",
  stageMovedBy: "Moved by {person}",
  stageElsewhere: "into the pipeline “{pipeline}”",
  stageCause_stage_removed: "the former stage was removed",
  stageCause_pipeline_removed: "the former pipeline was removed",
  stageWorked: "{time} of it in working hours",
  stageOfWork: "{time} of work",
  stageGone: "Removed stage",
  stageLong: "{time}, too long",
  stageTooLong: "{count, plural, one {# day here is} other {# days here are}} usual at most",
};

export default en;
