const en = {
  days: "{count, plural, =0 {today} one {# day} other {# days}}",
  daysLong:
    "{count, plural, =0 {in this stage since today} one {# day in this stage} other {# days in this stage}}",
  tooLong: "{count, plural, one {# day, too long} other {# days, too long}}",
  tooLongHelp:
    "{count, plural, one {# day in this stage} other {# days in this stage}}, where {most, plural, one {# day is} other {# days are}} usual at most",
};

export default en;
