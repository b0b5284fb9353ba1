import { protectCounts } from '#platform/access/small-numbers.ts';
import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { noticeHref } from './addresses.ts';
import { noticeTrail } from './new-notice.page.ts';
import { postedNoticePolicy } from './notice-board.policy.ts';
import { openOwnNotice } from './open-notice.ts';
import { type Readers, type Said, selectReaders, type StaffReader } from './readers.queries.ts';

/** Who has said that they have read what must be read, for its author and the head. Opening it is not counted. */
export const readersPage = page('/notices/:notice/readers', {
  purpose: 'administration',
  access: postedNoticePolicy,
  async load(visit) {
    const { notice, audience } = await openOwnNotice(visit);
    if (!notice.mustRead) throw new NotFound();
    return {
      notice,
      readers: await selectReaders(visit.db, visit.organisationId, notice, audience, visit.today),
    };
  },
  view: ({ notice, readers }) => ({
    title: t('Who has read “{title}”', { title: notice.title }),
    audience: {
      icon: 'people',
      words: t('Whoever wrote the notice, and the head'),
      why: t(
        'Its page says so to those who are asked. What stands here is what they said themselves: who opened it is written down nowhere.',
      ),
    },
    trail: [...noticeTrail(), { label: notice.title, href: noticeHref(notice.id) }],
    body: readersView(readers),
  }),
});

function readersView({ staff, pupils, families }: Readers): Html {
  const said = staff.filter(({ saidAt }) => saidAt !== null);
  const notYet = staff.filter(({ saidAt }) => saidAt === null);
  return html`${
    staff.length > 0 &&
    html`<h2>${t('Staff who have not said so yet')}</h2>
      ${countedList({
        says: t('{n} of {all}', { n: notYet.length, all: staff.length }),
        items: notYet.map(nameOf),
        dense: true,
        empty: t('Everybody has said so.'),
      })}
      <h2>${t('Staff who have read it')}</h2>
      ${countedList({
        says: t('{n} of {all}', { n: said.length, all: staff.length }),
        items: said.map(nameOf),
        dense: true,
        empty: t('Nobody has said so yet.'),
      })}`
  }
  ${countOf(t('Pupils'), pupils, tn(pupils.all, '{n} pupil is asked.', '{n} pupils are asked.'))}
  ${countOf(t('Families'), families, tn(families.all, '{n} parent or carer is asked.', '{n} parents and carers are asked.'))}
  ${staff.length + pupils.all + families.all === 0 && html`<p>${t('It reaches nobody today.')}</p>`}`;
}

const nameOf = ({ name, saidAt }: StaffReader): Value =>
  html`<bdi>${name}</bdi>${saidAt !== null && html` <span class="meta">${formatMoment(saidAt)}</span>`}`;

/** Of pupils and families only how many; where so few have answered, or not, that they could be told apart, not even that. */
function countOf(heading: string, { said, all }: Said, asked: string): Value {
  if (all === 0) return null;
  const cells = protectCounts([
    { key: 'said', count: said },
    { key: 'not', count: all - said },
  ]);
  const hidden = cells.some((cell) => cell.hidden);
  return html`<h2>${heading}</h2>
    <p>
      ${asked}
      ${
        hidden
          ? t('How many have said that they have read it is not shown while so few have, or so few have not.')
          : tn(said, '{n} has said that they have read it.', '{n} have said that they have read it.')
      }
    </p>`;
}
