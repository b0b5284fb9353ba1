import { isId } from '#platform/db/ids.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { careAudience, carePath, careRoles, careTrail } from './care.ts';
import { selectCaseload, type Sought } from './caseload.queries.ts';
import { caseloadView } from './caseload.view.ts';
import { perPage } from './per-page.ts';

/** Who waits, and every pairing of the school, for whoever looks after mentoring and coaching. */
export const caseloadPage = page(carePath, {
  purpose: 'administration',
  access: careRoles,
  async load(visit) {
    const number = visit.pageNumber;
    const sought = { ...soughtOf(visit), limit: perPage, offset: (number - 1) * perPage };
    const found = await selectCaseload(visit.db, visit.who, sought);
    return { number, pairings: found.pairings, counts: found.counts[0]! };
  },
  view: (caseload, visit) => ({
    title: t('Mentoring and coaching'),
    audience: careAudience(),
    trail: careTrail(),
    wide: true,
    action: { label: t('Propose somebody to a learner'), href: `${carePath}/propose` },
    body: caseloadView({ ...caseload, query: visit.query, today: visit.today }),
  }),
});

/** What the address asks for; what it says that makes no sense narrows nothing. */
export function soughtOf({ query, today }: Visit): Omit<Sought, 'limit' | 'offset'> {
  const one = (text: string | undefined, of: readonly string[]): string | undefined =>
    text !== undefined && of.includes(text) ? text : undefined;
  const names = comparable(query.q ?? '')
    .split(' ')
    .filter(Boolean);
  return {
    today,
    kind: one(query.kind, ['mentoring', 'specialist-coaching', 'co-coaching']),
    waits: one(query.waits, ['wish', 'asked', 'overdue']),
    state: one(query.state, ['asked', 'goes-on', 'ended']),
    names: names.length > 0 ? names.map((part) => `%${part}%`) : undefined,
    supporter: isId(query.coach ?? '') ? query.coach : undefined,
  };
}
