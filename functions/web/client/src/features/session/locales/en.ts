const en = {
  title: "Sign in",
  lead: "Every letter on its deal, every deal with its next step.",
  email: "E-mail",
  password: "Password",
  submit: "Sign in",
  wrong: "The address or the password is wrong.",
  busy: "Too many attempts. Wait a few minutes and try again.",
  forgotten: "Forgotten password",
  forgottenText: "Ask an owner of the portal: he sets a new password for you.",
  expiredTitle: "Sign in again",
  expiredText: "Your session has ended. What you have typed is still on this page.",
  other: "Leave this page",
};

export default en;
