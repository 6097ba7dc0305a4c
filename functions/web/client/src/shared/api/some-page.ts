interface Page<T> {
  items: T[];
  next: string | null;
}

const MOST_PAGES = 20;

/**
 * A page with something on it, if there is anything: a filtered list looks at a thousand cards for each answer,
 * and where none of them fits it tells from where to go on.
 */
export async function somePage<P extends Page<unknown>>(
  cursor: string | undefined,
  fetch: (cursor: string | undefined) => Promise<P>,
): Promise<P> {
  let page = await fetch(cursor);
  for (let more = 1; page.items.length === 0 && page.next && more < MOST_PAGES; more += 1)
    page = await fetch(page.next);
  return page;
}
