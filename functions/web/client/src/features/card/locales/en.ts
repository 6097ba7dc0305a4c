const en = {
  title: "x",
};

export default en;
