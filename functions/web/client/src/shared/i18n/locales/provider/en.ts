const en = {
  signInBy: "Sign in with {provider}",
  or: "or",
  byPassword: "Sign in with a password",
  byPasswordHelp: "For owners of the portal and for clients.",
  via: "with {provider}",
  company: "your company account",
  coming: "Signing in",
  comingText: "A moment: the portal is checking who you are.",
  failedTitle: "You are not signed in",
  again: "Try again",
  toSecurity: "Back to the settings",
  denied:
    "You went back, or {provider} did not let you in. Try again, or ask whoever looks after accounts in your company.",
  providerFailed:
    "{provider} answered with an error ({code}). Try again a little later, or tell an owner of the portal.",
  provider_expired:
    "This sign-in took too long, was done already or began in another window. Begin again.",
  provider_distrusted:
    "The answer could not be verified. Begin again; if it goes on, tell an owner of the portal.",
  provider_unverified:
    "Your e-mail address has not been confirmed with {provider}. Confirm it there, then sign in again.",
  provider_foreign: "Your address is none of your company's. Sign in with your work account.",
  provider_unknown:
    "Nobody has invited you to this portal yet. Ask an owner of the portal to add you.",
  provider_closed: "Your account on the portal is closed. Ask an owner of the portal.",
  provider_linked_elsewhere:
    "Another account is linked with yours. Sign in with the password and unlink it: Settings, Security.",
  provider_turned_off:
    "You have turned this way in off. Sign in with the password and turn it on: Settings, Security.",
  provider_code_asked:
    "You are asked for a code from the app as well. Sign in with your password and the code.",
  provider_only: "Employees sign in with {provider}.",
  newTab: "The sign-in opens in a new tab; what you have typed stays here.",
  title: "Sign in with {provider}",
  text: "One account for everything in your company: no password of the portal to remember.",
  linkedAs: "You sign in as {email}.",
  notLinked: "It is linked by itself when you first sign in so, or here.",
  off: "Off: nobody signs in as you this way.",
  link: "Link",
  unlink: "Turn off",
  unlinked: "Signing in with the company account is off",
  linked: "Your company account is linked",
  linkText: "Confirm that it is you, then choose the account.",
  codeToo: "Code from the app or a recovery code",
};

export default en;
