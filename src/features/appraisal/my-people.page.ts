import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { agreementInWords, agreementOf, targetHref } from './targets/target.ts';
import { targetPolicy } from './targets/target.policy.ts';
import { type Managed, selectManaged } from './targets/target.queries.ts';

const address = '/appraisal/people';
const perPage = 30;

/** The people whose line manager one is today, with their targets. Each target that is shown stands in its owner's log. */
export const myPeoplePage = page(address, {
  purpose: 'appraisal',
  access: members('staff'),
  async load(visit) {
    const number = visit.pageNumber;
    const people = await selectManaged(visit.db, visit.who, {
      limit: perPage,
      offset: (number - 1) * perPage,
    });
    for (const { personId, targets } of people)
      for (const { ownerId, id } of targets)
        visit.noteOpened({ ownerId, id, kind: targetPolicy.kind, authorId: personId }, 'page');
    return { number, people };
  },
  view({ number, people }) {
    const total = people[0]?.total ?? 0;
    return {
      title: t('The people I manage'),
      audience: {
        icon: 'people',
        words: t('You'),
        why: t(
          'You see the targets of the people whose line manager you are today. They see that you did. Of their coaching, mentoring and practice nothing can be reached from here.',
        ),
      },
      trail: [{ label: t('Appraisal'), href: '/appraisal' }],
      body: html`${
        people.length === 0
          ? empty({ says: t('You are nobody’s line manager. The school’s page of each person says who is.') })
          : html`<p class="count">${tn(total, '{n} person', '{n} people')}</p>
              ${people.map(section)}`
      }
      ${pager({ page: number, pages: Math.ceil(total / perPage), path: address })}`,
    };
  },
});

const section = ({ personId, name, targets }: Managed): Html =>
  html`<section>
    <h2><bdi>${name}</bdi></h2>
    ${countedList({
      says: tn(targets.length, '{n} target', '{n} targets'),
      items: targets.map(
        (target) =>
          html`<a href="${targetHref(target)}">${target.wording}</a>
            <span class="meta">${target.year}; ${agreementInWords(agreementOf(target), false)}</span>`,
      ),
      empty: t('No target is written yet.'),
    })}
    ${quietActions([
      {
        label: t('Propose a formal observation of {name}', { name }),
        href: `/appraisal/observations/new?person=${personId}`,
      },
    ])}
  </section>`;
