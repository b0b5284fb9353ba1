/** Where the pages of this room stand. */

export const protocolHref = (protocol: string): string => `/protocols/${protocol}`;

/** A page of the school's own protocol that is being written, by its name in addresses. */
export const templateHref = ({ protocol }: { protocol: string }, below = ''): string =>
  `/protocols/mine/${protocol}${below === '' ? '' : `/${below}`}`;

export const stepHrefOf = (template: { protocol: string }, step: string): string =>
  templateHref(template, `steps/${step}`);
