const ADDRESS = /(https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]}'])/u;

/** A plain text in which addresses of pages can be followed; they are told nothing of the portal. */
export function LetterText({ text }: { text: string }) {
  // With one group in the expression, every second part is an address.
  return text.split(ADDRESS).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part} target="_blank" rel="noopener noreferrer nofollow">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
