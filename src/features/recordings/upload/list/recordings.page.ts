import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList, filters, pager } from '#ui/list.ts';
import { recordingLine } from './recording-line.view.ts';
import { type Listed, type Narrowed, selectRecordings } from './recordings.queries.ts';

const perPage = 20;

/** One's own recordings, and those that others showed. One statement. */
export const recordingsPage = page('/recordings', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  async load(visit) {
    const { whose, find } = visit.query;
    const narrowed: Pick<Narrowed, 'whose' | 'find'> = {
      whose: whose === 'mine' || whose === 'shown' ? whose : undefined,
      find: find?.trim().slice(0, 100) || undefined,
    };
    const number = visit.pageNumber;
    const rows = await selectRecordings(visit.db, visit.who, {
      ...narrowed,
      limit: perPage,
      offset: (number - 1) * perPage,
    });
    return { rows, number, narrowed };
  },
  view({ rows, number, narrowed }, visit) {
    const films = visit.who.standing.kind === 'staff';
    const total = rows[0]?.total ?? 0;
    const isNarrowed = narrowed.whose !== undefined || narrowed.find !== undefined;
    return {
      title: t('Recordings'),
      audience: onlyYou(t('This list is yours. Of each recording its page says who can see it.')),
      ...(films && { action: { label: t('Record a lesson'), href: '/recordings/new' } }),
      body: html`<p>
          ${t('Film or record a part of your own lesson, look at it yourself, and talk about it with somebody you trust. Nobody sees it but those you choose, and there is no grade and no score.')}
        </p>
        ${(rows.length > 0 || isNarrowed || number > 1) && narrowing(narrowed, isNarrowed)}
        ${countedList({
          says: tn(total, '{n} recording', '{n} recordings'),
          items: rows.map((row: Listed) => recordingLine(row, visit.who.personId)),
          empty: isNarrowed ? empty({ says: t('None is like that.') }) : nothingYet(films),
        })}
        ${pager({ page: number, pages: Math.ceil(total / perPage), path: '/recordings', query: narrowed })}
        ${
          films &&
          quietActions([
            { label: t('Examples of teaching'), href: '/exemplars', icon: 'learning' },
            { label: t('Rubrics to talk with'), href: '/rubrics', icon: 'evidence' },
          ])
        }`,
    };
  },
});

const narrowing = (narrowed: Pick<Narrowed, 'whose' | 'find'>, isNarrowed: boolean): Html =>
  filters({ action: '/recordings', values: narrowed, narrowed: isNarrowed }, (f) => [
    f.select({
      name: 'whose',
      label: t('Whose'),
      all: t('Mine and others’'),
      options: [
        { value: 'mine', label: t('Mine') },
        { value: 'shown', label: t('Shown to me') },
      ],
    }),
    f.search({ name: 'find', label: t('A part of a title or name') }),
  ]);

const nothingYet = (films: boolean): Html =>
  empty({
    says: films
      ? t(
          'Nothing is recorded yet. First you are asked what the lesson is and who can be seen in it, with what their families said. Then you film, and send it when you want to.',
        )
      : t('Nobody has shown you a recording yet. What is shown to you stands here.'),
  });
