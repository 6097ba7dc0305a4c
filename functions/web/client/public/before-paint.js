// Sets the chosen theme and language before the first paint. A file of its own because the
// Content-Security-Policy admits no inline script, and not a module because those wait for the page.
(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const chosen = read("portal.theme");
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = chosen === "light" || chosen === "dark" ? chosen : dark ? "dark" : "light";
  document.documentElement.dataset.mantineColorScheme = theme;
  const language = read("portal.language") ?? navigator.language.slice(0, 2);
  document.documentElement.lang = language === "ru" ? "ru" : "en";
  // The portal is installed under the name that its reader gives it.
  if (language !== "ru")
    document.querySelector("link[rel=manifest]").href = "/manifest.en.webmanifest";
})();
