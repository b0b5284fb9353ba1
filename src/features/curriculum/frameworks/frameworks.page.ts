import { allStaff } from '#platform/access/audience-words.ts';
import { composed } from '#platform/access/composed.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList } from '#ui/list.ts';
import { curriculumPath, frameworkHref, newCurriculumPath } from '../addresses.ts';
import { curriculumKeepers } from '../curriculum.access.ts';
import type { Framework } from './framework.ts';
import { frameworksList } from './framework.queries.ts';

const ask = composed((who) => ({ frameworks: frameworksList(who.organisationId) }));

/** What is to be taught, as countries, boards or the school itself wrote it: every curriculum with its versions. */
export const frameworksPage = page(curriculumPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const { frameworks } = await ask(visit.db, visit.who, {});
    const keeps = visit.who.hasAny(curriculumKeepers);
    const used = frameworks.filter(({ publishedAt }) => publishedAt !== null);
    const newest = new Set(
      [...Map.groupBy(used, ({ address }) => address).values()].map(([first]) => first!.id),
    );
    return {
      keeps,
      newest: used.filter(({ id }) => newest.has(id)),
      earlier: used.filter(({ id }) => !newest.has(id)),
      waiting: keeps ? frameworks.filter(({ publishedAt }) => publishedAt === null) : [],
    };
  },
  view: ({ keeps, newest, earlier, waiting }, visit) => ({
    title: t('Curriculum'),
    audience: allStaff(visit.who, t('What is to be taught is for all staff to read.')),
    trail: [{ label: t('Teaching'), href: '/teaching' }],
    ...(keeps ? { action: { label: t('Bring in a curriculum'), href: newCurriculumPath } } : {}),
    body: html`${
      waiting.length > 0 &&
      html`<h2>${t('To look over')}</h2>
        ${countedList({
          says: tn(waiting.length, '{n} brought in and not yet used', '{n} brought in and not yet used'),
          items: waiting.map(line),
          empty: '',
        })}
        <h2>${t('In use')}</h2>`
    }
    ${countedList({
      says: tn(newest.length, '{n} curriculum', '{n} curricula'),
      items: newest.map(line),
      empty: empty({
        says: keeps
          ? t(
              'No curriculum is here yet. Bring in the one you teach by: then plans name its points, and the map shows what is taught when.',
            )
          : t('No curriculum is here yet. Whoever leads learning at your school can bring one in.'),
      }),
    })}
    ${
      earlier.length > 0 &&
      details(
        t('Earlier versions'),
        countedList({
          says: tn(earlier.length, '{n} earlier version', '{n} earlier versions'),
          items: earlier.map(line),
          empty: '',
        }),
      )
    }
    ${quietActions([{ label: t('What is taught when'), href: '/plans/map', icon: 'calendar' }])}`,
  }),
});

const line = ({ id, title, version, publisher, statements, createdAt, publishedAt }: Framework): Html =>
  html`<a href="${frameworkHref(id)}"><bdi>${title}</bdi></a>
    ${publishedAt === null && label(t('Not used yet'))}
    <span class="meta"
      >${[
        version && t('version {version}', { version }),
        publisher,
        tn(statements, '{n} statement', '{n} statements'),
        t('brought in on {day}', { day: formatDate(createdAt, 'short') }),
      ]
        .filter(Boolean)
        .join('; ')}</span
    >`;
