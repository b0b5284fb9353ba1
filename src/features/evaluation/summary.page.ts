import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { evaluationHref } from './addresses.ts';
import { releasedBy } from './build-report.ts';
import { participants } from './evaluation.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { evaluationTabs, evaluationTrail } from './evaluation-tabs.view.ts';
import { openEvaluation, type OpenedEvaluation } from './open-evaluation.ts';

/** The participants' own account, for where figures are too small to be shown: written together, released by each. */
export const summaryPage = page('/programmes/:programme/evaluation/summary', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  async load(visit) {
    const opened = await openEvaluation(visit);
    const draft = opened.may('plan')
      ? await visit.draft(`evaluation-summary:${opened.evaluation.id}`)
      : undefined;
    return { opened, draft };
  },
  view({ opened, draft }, visit) {
    const { programme, evaluation, item } = opened;
    const released = releasedBy(programme, evaluation);
    const readable = opened.may('plan') || released.all;
    const state = visit.formAt(evaluationHref(programme, 'summary'));
    return {
      title: t('Summary that the participants release'),
      audience: audienceNote(item, evaluationPolicy, visit.who),
      status: {
        where: released.all
          ? t('Released by everybody who takes part.')
          : released.of === 0
            ? t('Nobody takes part yet who could release it.')
            : tn(
                released.of,
                '{count} of {n} participant has released it.',
                '{count} of {n} participants have released it.',
                { count: released.count },
              ),
      },
      trail: evaluationTrail(programme),
      body: html`${evaluationTabs(opened, 'summary')}
        <p>
          ${t('Where a group is too small, figures are hidden. What the participants want to say all the same can stand here. Those outside the programme read it once everybody who takes part has released it as it stands; a change asks everybody again.')}
        </p>
        ${
          readable && evaluation.summary?.says
            ? html`<p class="as-written">${evaluation.summary.says}</p>`
            : empty({
                says: opened.may('plan') ? t('Nothing is written yet.') : t('Nothing has been released.'),
              })
        }
        ${releasing(opened, visit.who.personId)}
        ${
          opened.may('plan') &&
          html`<h2>${t('Write it together')}</h2>
            ${form(
              {
                ...state,
                values: { says: evaluation.summary?.says, ...draft, ...state.values },
                button: t('Save the summary'),
                hidden: { version: evaluation.summary?.version ?? 0 },
                draft: `evaluation-summary:${evaluation.id}`,
              },
              (f) =>
                f.textarea({
                  name: 'says',
                  label: t('What we want to say'),
                  hint: t(
                    'What you did, what changed for you and for pupils, how sure you are. No pupil’s name.',
                  ),
                  rows: 8,
                  required: true,
                }),
            )}`
        }`,
    };
  },
});

function releasing({ programme, evaluation, may }: OpenedEvaluation, me: string): Html | false {
  const { summary } = evaluation;
  if (!summary?.says || !may('release') || !participants(programme).some(({ personId }) => personId === me))
    return false;
  const released = evaluation.releases.some(
    (release) => release.personId === me && release.version === summary.version,
  );
  return released
    ? form({
        action: evaluationHref(programme, 'summary/withhold'),
        button: t('Take back my release'),
        quiet: true,
      })
    : form({
        action: evaluationHref(programme, 'summary/release'),
        button: t('Release it as it stands'),
        hidden: { version: summary.version },
        quiet: true,
      });
}
