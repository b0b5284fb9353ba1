import { onlyYou } from '#platform/access/audience-words.ts';
import type { MemberKind } from '#platform/access/who.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectWaitingAddresses } from '#features/sign-in/index.ts';
import { selectEmails, selectOpenSessions } from './me.queries.ts';
import { meView } from './me.view.ts';

/** What others find of somebody, without this page. */
const othersFind = (kind: MemberKind | null): string =>
  ({
    staff: t(
      'Your addresses and sign-ins are yours. Colleagues find your name and what you do on the page People.',
    ),
    pupil: t('Nobody else can open this page. Grown-ups who work here can find your name and your class.'),
    family: t(
      'Your addresses and sign-ins are yours. Staff find your name and whose family you are; other families do not.',
    ),
    guest: t('Your addresses and sign-ins are yours. Staff find your name and what you are here for.'),
  })[kind ?? 'guest'];

/** One's own page: addresses, password, where one is signed in, and the ways to everything that is one's own. */
export const mePage = page('/me', {
  purpose: 'administration',
  access: 'signed-in',
  async load(visit) {
    const [emails, waiting, sessions] = await Promise.all([
      selectEmails(visit.db, visit.who.personId),
      selectWaitingAddresses(visit.db, visit.who.personId, visit.now),
      selectOpenSessions(visit.db, visit.who.personId, visit.now),
    ]);
    return { emails, waiting, sessions, here: visit.arrival.sessionId };
  },
  view: (data, visit) => ({
    title: visit.who.standing.name,
    audience: onlyYou(othersFind(visit.who.standing.kind)),
    body: meView(data, visit),
  }),
});
