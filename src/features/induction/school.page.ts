import { protectCounts } from '#platform/access/small-numbers.ts';
import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { catalogue, evidenceList, sourceLine } from '#features/evidence/index.ts';
import { details } from '#ui/details.ts';
import { html, type Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { selectSchoolInduction, type SchoolInduction } from './for-all.queries.ts';
import { notMentoring } from './plan.ts';
import { inductionLeads } from './plan.policy.ts';

/** What the school does for everybody new, and of which principles no plan has evidence. */
export const schoolInductionPage = page('/induction/school', {
  purpose: 'induction',
  access: roles(...inductionLeads),
  load: (visit) => selectSchoolInduction(visit.db, visit.who),
  view(found) {
    const { principles } = catalogue().induction;
    const missing = principles.filter(({ id }) => !found.evidenced.some(({ principle }) => principle === id));
    return {
      title: t('What the school does for everybody new'),
      audience: theseRoles(
        inductionLeads,
        t('What is written here for everybody new is shown in every plan, to those who read that plan.'),
      ),
      trail: [{ label: t('Induction'), href: '/induction' }],
      status: {
        where:
          found.plans === 0
            ? t('No plan is open.')
            : tn(
                missing.length,
                'Of one principle no open plan has evidence yet.',
                'Of {n} principles no open plan has evidence yet.',
              ),
      },
      body: html`<p>${notMentoring()}</p>
        ${table({
          caption: t('The twelve principles'),
          columns: [
            { label: t('Principle') },
            { label: t('What the school does for everybody new'), wide: true },
            { label: t('Evidence') },
          ],
          rows: principles.map(({ id, title }) => [
            title,
            forAllCell(found, id, title),
            evidenceInWords(found, id),
          ]),
          empty: t('There are no principles.'),
        })}
        ${rests()}`,
    };
  },
});

/** What induction is not, what its principles take for granted, and the evidence for and against. */
function rests(): Html {
  const { isNot, assumptions, evidence, limits } = catalogue().induction;
  return html`${details(
    t('What induction is not'),
    html`<ul>
      ${isNot.map((each) => html`<li>${each}</li>`)}
    </ul>`,
  )}
  ${details(
    t('What the principles rest on'),
    html`${assumptions.map(
        ({ title, plain, source }) =>
          html`<h2>${title}</h2>
            <p>${plain}</p>
            ${sourceLine(source)}`,
      )}
      <h2>${t('Evidence')}</h2>
      ${evidenceList(evidence)}
      <ul>
        ${limits.map((each) => html`<li>${each}</li>`)}
      </ul>`,
  )}`;
}

function forAllCell({ forAll }: SchoolInduction, id: string, title: string): Html {
  const words = forAll.find(({ principle }) => principle === id)?.words;
  return html`${words && html`<span class="as-written">${words}</span> `}<a
      href="/induction/school/${id}"
      aria-label="${words ? t('Change: {title}', { title }) : t('Write: {title}', { title })}"
      >${words ? t('Change') : t('Write')}</a
    >`;
}

/** How many plans, where they are enough to be counted. That none has any is about nobody. */
function evidenceInWords({ plans, evidenced }: SchoolInduction, id: string): string {
  const count = evidenced.find(({ principle }) => principle === id)?.plans ?? 0;
  if (count === 0) return t('in no plan yet');
  const [shown] = protectCounts([
    { key: 'with', count },
    { key: 'without', count: plans - count },
  ]);
  return shown!.hidden
    ? t('in some; too few to count')
    : t('in {count} of {plans} plans', { count: shown!.count!, plans });
}
