import { z } from 'zod';
import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatNumber, formatPercent, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { type Assumptions, translateEffect, workedExample } from './effect-translator.ts';

const number = (min: number, max: number, otherwise: number) =>
  z
    .string()
    .optional()
    .transform((text) =>
      text === undefined || text.trim() === '' ? otherwise : Number(text.replace(',', '.')),
    )
    .refine((n) => n >= min && n <= max, `Write a number from ${min} to ${max}.`);

const asked = z.object({
  effect: number(-3, 3, workedExample.effect),
  yearly: number(0.01, 3, workedExample.yearly),
  summerLoss: number(0, 100, workedExample.summerLoss),
  years: number(1, 13, workedExample.years),
  lastYear: number(0.01, 1, workedExample.lastYear),
  months: number(1, 12, workedExample.months),
});

/** From standard deviations to months and percentiles, with the assumptions in sight and to be changed. */
export const effectTranslatorPage = page('/evidence/effect-translator', {
  purpose: 'evaluation',
  access: members('staff', 'guest'),
  async load(visit) {
    return asked.safeParse(visit.query);
  },
  view: (parsed, { query, who }) => ({
    title: t('What an effect size may mean'),
    audience: allStaff(who, t('It holds arithmetic and nothing about anybody at the school.')),
    trail: [{ label: t('Evidence'), href: '/evidence' }],
    body: html`<p>
        ${t('An effect size is a difference measured in standard deviations: how far pupils lie apart in any case. To say it in months one must assume how much pupils learn in a year anyway. Change the assumptions and watch the answer change; that is what they are here for.')}
      </p>
      ${parsed.success ? answer(parsed.data) : notice('caution', t('One of the numbers could not be used. See below.'))}
      ${form(
        {
          action: '/evidence/effect-translator',
          method: 'get',
          button: t('Work it out again'),
          values: { ...workedExample, ...query },
          errors: parsed.success
            ? {}
            : Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message])),
        },
        assumptionFields,
      )}
      ${limits()}`,
  }),
});

function answer(from: Assumptions): Html {
  const { growth, faster, monthsMore, percentile } = translateEffect(from);
  return html`${definitionList([
    {
      term: t('What pupils gain in that time anyway'),
      says: t('{growth} standard deviations', { growth: formatNumber(growth, 2) }),
    },
    {
      term: t('How much faster they learnt'),
      says: t('{effect} ÷ {growth} = {percent}', {
        effect: formatNumber(from.effect),
        growth: formatNumber(growth, 2),
        percent: formatPercent(faster),
      }),
    },
    {
      term: t('In months of teaching, over the whole time'),
      says: t('{months} months', { months: formatNumber(monthsMore, 1) }),
    },
    {
      term: t('The average pupil, among 100 without the programme'),
      says: t('stands before {n} of them, instead of 50', { n: formatNumber(percentile, 0) }),
    },
  ])}`;
}

const assumptionFields = (f: Fields): Html => html`
  ${f.number({ name: 'effect', label: t('Effect, in standard deviations'), required: true })}
  ${f.number({
    name: 'yearly',
    label: t('What pupils of this age gain in a year, in standard deviations'),
    hint: t('About 0.3 at fifteen; a good deal more for young children. It differs by subject and test.'),
    required: true,
  })}
  ${f.number({
    name: 'summerLoss',
    label: t('Lost over each summer, in per cent of a year’s gain'),
    hint: t('Studies give anything from 10 to 40.'),
    required: true,
  })}
  ${f.number({ name: 'years', label: t('School years, the last one begun included'), required: true })}
  ${f.number({
    name: 'lastYear',
    label: t('How much of the last year had passed'),
    hint: t('0.8333 is five-sixths: an examination half-way through the summer term.'),
    required: true,
  })}
  ${f.number({ name: 'months', label: t('Months of teaching in a school year'), required: true })}
`;

const limits = (): Html =>
  html`<h2>${t('What it cannot say')}</h2>
    <ul>
      <li>
        ${t('The worked example is one trial: 0.13 over two years in 124 schools. With 0.3 a year, a tenth lost over the summer and five-sixths of the last year, pupils gain 0.52 anyway, and 0.13 is a quarter of that. With 0.5 a year it would be 15%.')}
      </li>
      <li>
        ${t('The same teaching gives a larger effect size on a narrow test, in a group that is much alike, and on a test made by those who taught.')}
      </li>
      <li>
        ${t('An effect size without a comparison group, from start to end, holds what pupils would have learnt anyway. Do not put it in here.')}
      </li>
      <li>
        ${t('An average says nothing of one pupil or one class, and months suggest more exactness than there is. Give the interval as well.')}
      </li>
      <li>${t('Percentiles assume that results are spread as a bell curve.')}</li>
    </ul>
    <p class="meta">
      ${t('Source: Speckesser and others 2018. Teacher learning communities: evaluation by NIESR (S3). Months and percentiles: written for Staffroom.')}
    </p>`;
