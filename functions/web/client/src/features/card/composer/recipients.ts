/** Somebody to whom a letter can be addressed. */
export interface Correspondent {
  name: string;
  address: string;
}

const SEPARATORS = /[,;\n\t]+/;
const QUOTED_NAME = /"[^"]*"/g;
const NAMED = /^(.*?)<([^<>]+)>$/;
/** Only what is surely wrong is told before sending; the portal itself knows the rest. */
const ADDRESS = /^[^\s@<>()[\]",;:\\]+@[^\s@<>()[\]",;:\\.]+(\.[^\s@<>()[\]",;:\\.]+)+$/;

export function isAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

/** The addresses of a list as people write or paste it: `Name <a@b>; c@d`. Each once, in order. */
export function addressesIn(text: string): string[] {
  const parts = text
    .replaceAll(QUOTED_NAME, "")
    .split(SEPARATORS)
    .flatMap((part) => {
      const named = NAMED.exec(part.trim());
      if (named) return [named[2]?.trim() ?? ""];
      return part.includes("@") ? part.trim().split(/\s+/) : [part.trim()];
    });
  return unique(parts.filter(Boolean));
}

/** A list with some more at its end, each address once whatever its case. */
export function withAddresses(list: readonly string[], more: readonly string[]): string[] {
  return unique([...list, ...more]);
}

export function sameAddress(one: string, other: string): boolean {
  return one.toLocaleLowerCase() === other.toLocaleLowerCase();
}

function unique(addresses: readonly string[]): string[] {
  return addresses.filter(
    (address, index) => addresses.findIndex((other) => sameAddress(address, other)) === index,
  );
}

/**
 * Those of the known people whose name or address begins a word with what is typed, but for the chosen; behind them
 * the others that were found by it.
 */
export function suggestionsFor(
  typed: string,
  known: readonly Correspondent[],
  chosen: readonly string[],
  others: readonly Correspondent[] = [],
): Correspondent[] {
  const wanted = typed.trim().toLocaleLowerCase();
  const fitting = known.filter(({ name, address }) =>
    `${name} ${address}`.toLocaleLowerCase().includes(wanted),
  );
  return [...fitting, ...others]
    .filter(({ address }) => !chosen.some((each) => sameAddress(each, address)))
    .filter(
      ({ address }, index, all) =>
        all.findIndex((each) => sameAddress(each.address, address)) === index,
    )
    .slice(0, 8);
}
