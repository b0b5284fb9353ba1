import { audienceNote } from '#platform/access/audience-words.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { sourceLine } from '#features/evidence/index.ts';
import { printButton, quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { auditPolicy } from '../planner.policy.ts';
import { saidOrGap } from '../words.view.ts';
import { auditHref, criteria, type CycleLine, kindTitle, lineHref } from './audit.ts';
import { cycleRing } from './cycle-ring.view.ts';
import { openLine } from './open-audit.ts';
import { pointForms } from './point-forms.view.ts';
import { hasStrand, silentWeeks } from './ring-places.ts';

/** One policy, programme or project: its cycle drawn, what it does, what to keep and what to change. */
export const linePage = page('/school/cycle-audit/:year/lines/:line', {
  purpose: 'learning',
  access: auditPolicy,
  load: (visit) => openLine(visit),
  view: (opened, visit) => {
    const { line, year } = opened;
    const writes = opened.may('write');
    return {
      title: line.title,
      audience: audienceNote(opened.item, auditPolicy, visit.who),
      trail: lineTrail(opened),
      ...(writes ? { action: { label: t('Write about it'), href: lineHref(year.year, line, 'edit') } } : {}),
      body: html`<p class="meta">${t(kindTitle(line.kind))}, ${year.name}</p>
        ${cycleRing({ title: line.title, weeks: year.weeks, terms: year.terms, points: line.points })}
        <p>${printButton()}</p>
        ${mixWords(line, year.weeks)} ${writes && pointForms(opened, visit)}
        ${definitionList([
          { term: t('How and when specialist input is used'), says: saidOrGap(line.specialist) },
          { term: t('How and when peer support is created and used'), says: saidOrGap(line.peer) },
        ])}
        <h2>${t('What in it does this')}</h2>
        ${criteria().map(
          (criterion) =>
            html`<h3>${t(criterion.title)}</h3>
              <p class="meta">${t(criterion.asks)}</p>
              <p>${saidOrGap(line.criteria[criterion.id])}</p>`,
        )}
        ${details(t('Where the five criteria come from'), sourceLine(criteria()[0]!.source))}
        <h2>${t('Keep and change')}</h2>
        ${definitionList([
          { term: t('What to keep the same'), says: saidOrGap(line.keep) },
          { term: t('What to change'), says: saidOrGap(line.change) },
        ])}
        ${otherActs(line, year.year, writes, visit)}`,
    };
  },
});

export const lineTrail = ({ year }: { year: { year: number; name: string } }) => [
  { label: t('School'), href: '/school' },
  { label: t('Audit of cycles, {year}', { year: year.name }), href: auditHref(year.year) },
];

/** What the picture shows and does not, in words: facts of the placing, and no judgement. */
const mixWords = ({ points }: CycleLine, weeks: number): Html | false =>
  points.length > 0 &&
  html`<ul class="items dense">
    ${
      !hasStrand(points, 'peer') &&
      html`<li>
        ${t('No peer support is placed. In the studies reviewed, specialist input and peer support always came together.')}
      </li>`
    }
    ${
      !hasStrand(points, 'specialist') &&
      html`<li>
        ${t('No specialist input is placed. In the studies reviewed, peer support alone was not enough to change practice.')}
      </li>`
    }
    <li>
      ${tn(silentWeeks(points, weeks), 'In one teaching week of {of} neither is placed.', 'In {n} teaching weeks of {of} neither is placed.', { of: weeks })}
    </li>
  </ul>`;

const otherActs = (line: CycleLine, year: number, writes: boolean, visit: Visit): Html =>
  html`${quietActions([{ label: t('Earlier versions'), href: lineHref(year, line, 'history'), icon: 'history' }])}
  ${writes && form({ ...visit.formAt(lineHref(year, line, 'end')), button: t('Take this line away'), quiet: true })}`;
