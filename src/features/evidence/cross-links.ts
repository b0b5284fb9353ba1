import { ledgerEntry } from './catalogue/catalogue.ts';
import { catalogue } from './read-catalogue.ts';

/** Something of the catalogue that another thing names, and where one can read it. */
interface CrossLink {
  id: string;
  title: string;
  href: string;
}

/**
 * What an id of the catalogue stands for: an entry of the ledger has a page of its own; links, features,
 * items of frameworks and reviews have a place on the page of checklists. Undefined when nothing has it.
 */
export function crossLink(id: string): CrossLink | undefined {
  const all = catalogue();
  const entry = ledgerEntry(all, id);
  if (entry) return { id, title: entry.title, href: entryHref(id) };
  const elsewhere =
    all.links.links.find((link) => link.id === id) ??
    all.features.features.find((feature) => feature.id === id) ??
    all.reviews.find((review) => review.id === id) ??
    all.frameworks
      .flatMap((framework) => framework.groups.flatMap((group) => group.items))
      .find((item) => item.id === id);
  return elsewhere && { id, title: elsewhere.title, href: `/evidence/checklists#${id}` };
}

export const entryHref = (id: string): string => `/evidence/${id}`;

/** Several at once; ids that stand for nothing are left out. */
export const crossLinks = (ids: readonly string[]): CrossLink[] =>
  ids.map(crossLink).filter((link): link is CrossLink => link !== undefined);
