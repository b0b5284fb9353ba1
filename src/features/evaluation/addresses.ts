import type { Moment } from './moments.ts';

interface Named {
  slug: string;
}

/** Where a programme's evaluation stands: /programmes/reading-together/evaluation, and what is below it. */
export const evaluationHref = (programme: Named, below = ''): string =>
  `/programmes/${programme.slug}/evaluation${below && `/${below}`}`;

export const groupHref = (programme: Named, group: { number: number }, below = ''): string =>
  evaluationHref(programme, `groups/${group.number}${below && `/${below}`}`);

/** Where the figures of one group at one moment are written down. */
export const sheetHref = (programme: Named, group: { number: number }, moment: Moment): string =>
  groupHref(programme, group, `figures/${moment}`);

/** Where a sentence stands on the page of what the team says. */
export const claimAnchor = (id: string): string => `claim-${id}`;
