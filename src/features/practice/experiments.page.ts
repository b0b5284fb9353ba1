import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { linkButton } from '#ui/actions.ts';
import { card, cards } from '#ui/card.ts';
import { definitionList } from '#ui/definition-list.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { evidenceLabel } from '#ui/label.ts';
import { tryOutHref } from '#features/try-outs/index.ts';
import { practiceHref } from './addresses.ts';
import { type Series, seriesOf } from './experiments.ts';
import type { Doing, Practice } from './practice.ts';
import { practicePolicy } from './practice.policy.ts';
import { selectPractice } from './select-practice.ts';
import { shippedTechnique } from './techniques/technique.ts';

/** The small experiments of one practice: one routine kept, one thing varied, what pupils did beside each other. */
export const experimentsPage = page('/practice/:person/:practice/experiments', {
  purpose: 'learning',
  access: practicePolicy,
  async load(visit) {
    const item = await visit.open(practicePolicy, visit.params.practice!, visit.params.person!);
    return {
      item,
      mine: visit.who.may('write', practicePolicy, item) && item.endedAt === null,
      practice: await selectPractice(visit.db, visit.who, item.ownerId, item.id),
    };
  },
  view({ item, mine, practice }, visit) {
    const series = seriesOf(practice.doings);
    return {
      title: t('Small experiments'),
      audience: audienceNote(item, practicePolicy, visit.who),
      wide: true,
      trail: [{ label: practice.words, href: practiceHref(practice) }],
      ...(mine && { action: { label: t('Begin an experiment'), href: tryHref(practice, '') } }),
      body: html`<p>
          ${t('Keep one routine as it is, change one thing, and look at what pupils do. Each time is a try-out of this practice.')}
        </p>
        ${why()} ${variations(practice)}
        ${
          series.length === 0
            ? empty({
                says: t(
                  'No experiment yet. When you log a try-out, say which routine you kept and the one thing you changed.',
                ),
              })
            : series.map((each) => seriesView(practice, each, mine))
        }`,
    };
  },
});

/** Sources: S3, Deans for Impact, on instructional routines (Wees); S3, Cordingley, on micro-experiments. */
const why = (): Html =>
  html`<p class="meta">
    ${t('A routine kept the same lets one see what a small change does, says the teacher educator David Wees (told in an article by Deans for Impact: one person’s experience). Reviews by Cordingley and colleagues link such experiments with success for pupils when evidence of how pupils respond is looked at too.')}
  </p>`;

/** What the catalogue suggests to vary. */
function variations({ technique }: Practice): Html | false {
  const vary = (technique === null ? undefined : shippedTechnique(technique)?.vary) ?? [];
  return (
    vary.length > 0 &&
    html`<p>${t('One thing you could vary:')}</p>
      <ul>
        ${vary.map((each) => html`<li>${t(each)}</li>`)}
      </ul>`
  );
}

const seriesView = (practice: Practice, { kept, doings }: Series, mine: boolean): Html =>
  html`<h2>${t('Kept the same: {routine}', { routine: kept })}</h2>
    <p>${evidenceLabel('self-report')} ${tn(doings.length, '{n} variation', '{n} variations')}</p>
    ${cards(doings.map((doing) => variation(practice, doing)))}
    <p class="meta">
      ${t('Different days, perhaps different pupils, and nobody to compare with: it shows where to look again, not what caused it.')}
    </p>
    ${mine && html`<p>${linkButton({ label: t('Vary it once more'), href: tryHref(practice, kept) })}</p>`}`;

/** One variation: what was changed, and what pupils did. */
const variation = (practice: Practice, doing: Doing): Html =>
  card({
    title: doing.changed,
    href: tryOutHref({ ownerId: practice.ownerId, id: doing.id }),
    level: 3,
    meta: t('{day}, {pupils}', { day: formatDate(doing.onDate, 'short'), pupils: doing.pupils }),
    body: definitionList([
      {
        term: t('What pupils did or said'),
        says: html`<span class="as-written">${doing.responded}</span>`,
      },
      {
        term: t('What surprised me'),
        says: doing.surprise && html`<span class="as-written">${doing.surprise}</span>`,
      },
    ]),
  });

const tryHref = (practice: Practice, kept: string): string =>
  `/my-learning/try-outs/new?${new URLSearchParams({
    practice: practice.id,
    experiment: 'yes',
    ...(kept && { kept }),
  }).toString()}`;
