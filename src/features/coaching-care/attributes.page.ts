import { page } from '#platform/http/route.ts';
import { formatNumber, formatPercent, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { evidenceLabel } from '#ui/label.ts';
import { table } from '#ui/table.ts';
import { kindInWords } from '#features/coaching/index.ts';
import { catalogue, sourceLine } from '#features/evidence/index.ts';
import { type Facts, selectFacts } from './attributes.queries.ts';
import { belowCaseload, careAudience, carePath, careRoles, careTabs } from './care.ts';
import { periodForm, periodInWords, periodOf } from './period.ts';

/** The five attributes that coaching is said to share where it helped, as facts about what was held here. */
export const attributesPage = page(`${carePath}/attributes`, {
  purpose: 'administration',
  access: careRoles,
  async load(visit) {
    const period = periodOf(visit);
    return { period, ...(await selectFacts(visit.db, visit.who, period)) };
  },
  view: ({ period, facts }) => ({
    title: t('Five facts about coaching here'),
    audience: careAudience(),
    trail: belowCaseload(),
    body: html`${careTabs('attributes')}
      <p>
        ${evidenceLabel('usage')} ${periodInWords(period)}
        ${t('These are facts about when people met and what they noted of it. They say that something took place, not whether it was any good, and not what pupils learned. They are no score, and nobody is put in order by them.')}
      </p>
      ${periodForm(`${carePath}/attributes`, period)}
      ${
        facts.length === 0
          ? empty({ says: t('Nothing was held in these days, or nobody has said so.') })
          : catalogue().coaching.attributes.map((attribute) => attributeView(attribute, facts))
      }`,
  }),
});

type Attribute = ReturnType<typeof catalogue>['coaching']['attributes'][number];

const attributeView = (attribute: Attribute, facts: readonly Facts[]): Html =>
  html`<h2>${attribute.title}</h2>
    <p>${attribute.plain} ${t('Counted: {what}', { what: attribute.fact })}</p>
    ${table({
      caption: attribute.title,
      captionHidden: true,
      columns: [{ label: t('Kind') }, { label: t('What was counted'), wide: true }],
      rows: facts
        .filter((each) => each.kind !== null || facts.length > 2)
        .map((each) => [
          each.kind === null ? t('All together') : kindInWords(each.kind),
          factOf(attribute.id, each),
        ]),
      empty: '',
    })}
    <p class="meta">${doesNotTell(attribute.id)}</p>
    ${sourceLine(attribute.source)}`;

const of = (n: number, all: number): string =>
  all === 0 ? t('none') : t('{n} of {all} ({share})', { n, all, share: formatPercent(n / all) });

/** One fact in words, with the numbers it is made of. */
export function factOf(id: Attribute['id'], facts: Facts): string {
  switch (id) {
    case 'individualised':
      return t('Times between two people: {share}. Pairings of two: {pairings}.', {
        share: of(facts.timesOfTwo, facts.times),
        pairings: of(facts.ofTwo, facts.pairings),
      });
    case 'intensive':
      return facts.steps === 0 || facts.medianDays === null
        ? t('Nobody met twice in these days.')
        : t('Half of the times came within {days} of the one before. Within fourteen days: {share}.', {
            days: tn(Math.round(facts.medianDays), 'a day', '{n} days'),
            share: of(facts.withinFortnight, facts.steps),
          });
    case 'sustained':
      return facts.medianWeeks === null
        ? t('Nobody met more than once in these days.')
        : t('Half of the pairings that met more than once went on for {weeks} weeks or more.', {
            weeks: formatNumber(Math.round(facts.medianWeeks)),
          });
    case 'context-specific':
      return t('Times about the learner’s own lesson, plans or pupils: {share}.', {
        share: of(facts.ownLesson, facts.times),
      });
    case 'focused':
      return t('Times in which a step was practised: {share}.', { share: of(facts.practised, facts.times) });
  }
}

const doesNotTell = (id: Attribute['id']): string =>
  ({
    individualised: t('It does not tell whether the two worked on what this teacher needs.'),
    intensive: t(
      'It does not tell what was said. Times that nobody noted are missing, and holidays make gaps longer.',
    ),
    sustained: t(
      'It does not tell whether anything changed over that time; a pairing that began late looks short.',
    ),
    'context-specific': t('It is what the two ticked. It does not tell how the lesson was looked at.'),
    focused: t(
      'It is what the two ticked. It does not tell whether the practice was deliberate or the step a good one.',
    ),
  })[id];
