module.exports = {
  plugins: {
    "postcss-preset-mantine": {},
    "postcss-simple-vars": {
      variables: { phone: "40em", tablet: "64em", wide: "80em" },
    },
  },
};
