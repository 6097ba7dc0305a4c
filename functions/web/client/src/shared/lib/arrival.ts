/** What the address asked when the page was loaded, letter by letter: the router would read numbers into it. */
export const arrival: Readonly<Record<string, string>> = Object.fromEntries(
  new URLSearchParams(globalThis.location.search),
);
