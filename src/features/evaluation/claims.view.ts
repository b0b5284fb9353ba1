import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { evidenceLabel, type EvidenceKind, label } from '#ui/label.ts';
import { countedList } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { catalogue } from '#features/evidence/index.ts';
import { claimAnchor, evaluationHref } from './addresses.ts';
import { type Overstatement, overstatements } from './causal-words.ts';
import type { Comparison } from './evaluation.ts';
import { evaluationTabs } from './evaluation-tabs.view.ts';
import type { OpenedEvaluation } from './open-evaluation.ts';
import type { ClaimReport } from './report.ts';
import type { Claim, Rival } from './report.queries.ts';

export const claimKinds = [
  'self-report',
  'usage',
  'practice',
  'pupils',
] as const satisfies readonly EvidenceKind[];
export const certainties = ['single', 'average', 'replicated', 'contested'] as const;

/** The origins of the catalogue, by the label that the interface draws. */
const originOf: Record<EvidenceKind, string> = {
  'self-report': 'self-report',
  usage: 'usage',
  practice: 'practice-evidence',
  pupils: 'pupil-outcome',
};

function certaintyWords(certainty: ClaimReport['certainty']): string {
  if (certainty === 'single') return t('Single group');
  return t(catalogue().claimLabels.strengths.find(({ id }) => id === certainty)?.label ?? certainty);
}

interface ClaimsView {
  opened: OpenedEvaluation;
  claims: readonly Claim[];
  rivals: readonly Rival[];
}

export function claimsView({ opened, claims, rivals }: ClaimsView, visit: Visit): Html {
  const standing = claims.filter(({ endedAt }) => endedAt === null);
  const others = rivals.filter(({ endedAt }) => endedAt === null);
  return html`${evaluationTabs(opened, 'claims')}
    ${countedList({
      says: tn(standing.length, '{n} sentence', '{n} sentences'),
      items: standing.map((claim) => claimEntry(opened, claim, visit)),
      empty: empty({
        says: t('Nothing is said yet. Say what you would stand by before colleagues, in short sentences.'),
      }),
    })}
    <p>
      ${
        others.length === 0
          ? t('No other explanation is written down beside these yet.')
          : tn(
              others.length,
              '{n} other explanation stands beside these.',
              '{n} other explanations stand beside these.',
            )
      }
      <a href="${evaluationHref(opened.programme, 'sure')}">${t('How sure')}</a>
    </p>
    ${opened.may('plan') && adding(opened, visit)}`;
}

function claimEntry({ programme, evaluation, may }: OpenedEvaluation, claim: Claim, visit: Visit): Html {
  const href = evaluationHref(programme, `claims/${claim.id}`);
  const state = visit.formAt(href);
  const looking = state.errors !== undefined || visit.query.look === claim.id;
  return html`<span id="${claimAnchor(claim.id)}"></span
    >${looking && may('plan') ? said(claim) : claimLine(claim, evaluation.comparison)}
    ${
      may('plan') &&
      html`${details(
        t('Change'),
        form(
          {
            ...state,
            values: { ...claim, ...state.values },
            button: t('Save the sentence'),
            hidden: { version: claim.version },
            describe: t('Save the sentence “{claim}”', { claim: claim.says }),
          },
          (f) => claimFields(f, overstatements(claim.says, claim.kind, evaluation.comparison)),
        ),
        looking,
      )}
      ${form({ action: `${href}/end`, button: t('Take out'), describe: t('Take out “{claim}”', { claim: claim.says }), quiet: true })}`
    }`;
}

/** A claim with its labels, and beside it whatever it says beyond its evidence. */
export const claimLine = (claim: ClaimReport, comparison: Comparison): Html =>
  html`${said(claim)}
  ${overstatements(claim.says, claim.kind, comparison).map((each) =>
    notice('caution', t('“{word}”: {why}', { word: each.found, why: each.why })),
  )}`;

const said = ({ says, kind, certainty }: ClaimReport): Html =>
  html`<p>${says} ${evidenceLabel(kind)} ${label(certaintyWords(certainty))}</p>`;

function adding({ programme }: OpenedEvaluation, visit: Visit): Html {
  const state = visit.formAt(evaluationHref(programme, 'claims'));
  return html`<h2>${t('Say something')}</h2>
    ${form(
      { ...state, values: { certainty: 'single', ...state.values }, button: t('Add the sentence') },
      (f) => claimFields(f),
    )}`;
}

/** With a note under the sentence for each thing in it that says more than its evidence. */
const claimFields = (f: Fields, notes: readonly Overstatement[] = []): Html => {
  const { origins, strengths } = catalogue().claimLabels;
  const origin = (kind: EvidenceKind) => origins.find(({ id }) => id === originOf[kind]);
  return html`
    ${f.textarea({
      name: 'says',
      label: t('In one sentence'),
      hint: t(
        'What was seen, in whom, how many, and compared with what. “After” and “went with” say what was seen; “led to” and “because of” need a comparison.',
      ),
      rows: 2,
      required: true,
      maxlength: 400,
    })}
    ${notes.map(({ found, why, instead }) => notice('info', t('“{word}”: {why} {instead}', { word: found, why, instead })))}
    ${f.radios({
      name: 'kind',
      label: t('What does it rest on?'),
      required: true,
      options: claimKinds.map((value) => ({
        value,
        label: origin(value)?.label ?? value,
        hint: t('{means} It does not say: {not}', {
          means: origin(value)?.means ?? '',
          not: origin(value)?.mayNotImply ?? '',
        }),
      })),
    })}
    ${f.radios({
      name: 'certainty',
      label: t('How far does it hold?'),
      required: true,
      options: certainties.map((value) => ({
        value,
        label: certaintyWords(value),
        hint:
          value === 'single'
            ? t('Seen once, in this group.')
            : (strengths.find(({ id }) => id === value)?.means ?? ''),
      })),
    })}
  `;
};
