import { allStaff, onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { learningLeaders } from '#features/people/index.ts';
import { selectProgrammes, type Show, shows } from './list-programmes.queries.ts';
import { programmeList } from './list-programmes.view.ts';

/** The programmes of the school that one may read: running, mine, drafts I may design, closed ones. */
export const listProgrammesPage = page('/programmes', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  async load({ db, who, query, today, pageNumber }) {
    const filter = {
      show: shows.find((show) => show === query.show) ?? (who.standing.kind === 'guest' ? 'mine' : 'current'),
      words: (query.words ?? '').trim().slice(0, 100),
      page: pageNumber,
    } satisfies { show: Show; words: string; page: number };
    return { filter, today, found: await selectProgrammes(db, who, { ...filter, today }) };
  },
  view: (data, { who }) => ({
    title: t('Programmes'),
    audience:
      who.standing.kind === 'guest'
        ? onlyYou(t('You see the programmes that you are in, and no others. Each says who else can see it.'))
        : allStaff(
            who,
            t(
              'You see the programmes that are published, those you are in, and drafts that you design. Others see their own.',
            ),
          ),
    ...(who.hasAny(learningLeaders)
      ? { action: { label: t('Begin a programme'), href: '/programmes/new' } }
      : {}),
    body: programmeList(data),
  }),
});
