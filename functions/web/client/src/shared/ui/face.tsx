import { Tooltip } from "@mantine/core";
import classes from "./face.module.css";

const HUES = [222, 262, 300, 340, 18, 42, 140, 172, 198];

function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return HUES[sum % HUES.length] ?? 222;
}

/** The first letters of the first two words. */
export function initials(name: string): string {
  const words = name.split(/[\s«»"“”.,()]+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 32).toLocaleUpperCase())
    .join("");
}

/** A person in a circle. Without `silent` it says whose it is; with it the name stands beside. */
export function Face({
  name,
  size = 20,
  silent,
}: {
  name: string;
  size?: number;
  silent?: boolean;
}) {
  const circle = (
    <span
      className={classes.face}
      style={{ "--hue": hueOf(name), "--size": `${size}px` } as React.CSSProperties}
      // Drawn, not written: letters in a circle are no text to be read aloud or copied.
      data-initials={initials(name)}
      {...(silent ? { "aria-hidden": true } : { role: "img", "aria-label": name })}
    />
  );
  return silent ? circle : <Tooltip label={name}>{circle}</Tooltip>;
}
