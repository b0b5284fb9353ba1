import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { catalogue } from '#features/evidence/index.ts';
import { form, type FormOptions } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { auditPolicy } from '../planner.policy.ts';
import { auditHref, criteria, type CycleLine, lineHref } from './audit.ts';
import { lineTrail } from './line.page.ts';
import { openAudit, openLine } from './open-audit.ts';

const newLineDraft = (year: number): string => `cycle-line:${year}`;
const lineDraft = ({ id }: { id: string }): string => `cycle-line:${id}`;

/** A new line: a policy, a programme or a project. */
export const newLinePage = page('/school/cycle-audit/:year/lines/new', {
  purpose: 'learning',
  access: auditPolicy,
  async load(visit) {
    const opened = await openAudit(visit, 'write');
    const action = auditHref(opened.year.year, 'lines');
    return { opened, state: visit.formAt(action), draft: await visit.draft(newLineDraft(opened.year.year)) };
  },
  view: ({ opened, state, draft }, visit) => ({
    title: t('Add a line, {year}', { year: opened.year.name }),
    audience: audienceNote(opened.item, auditPolicy, visit.who),
    trail: lineTrail(opened),
    body: lineForm({
      ...state,
      values: state.values ?? draft ?? {},
      button: t('Add the line'),
      draft: newLineDraft(opened.year.year),
      cancel: auditHref(opened.year.year),
    }),
  }),
});

/** Writing about a line. */
export const editLinePage = page('/school/cycle-audit/:year/lines/:line/edit', {
  purpose: 'learning',
  access: auditPolicy,
  async load(visit) {
    const opened = await openLine(visit, 'write');
    const action = lineHref(opened.year.year, opened.line, 'edit');
    return { opened, state: visit.formAt(action), draft: await visit.draft(lineDraft(opened.line)) };
  },
  view: ({ opened, state, draft }, visit) => ({
    title: t('Write about “{title}”', { title: opened.line.title }),
    audience: audienceNote(opened.item, auditPolicy, visit.who),
    trail: [
      ...lineTrail(opened),
      { label: opened.line.title, href: lineHref(opened.year.year, opened.line) },
    ],
    body: lineForm({
      ...state,
      values: state.values ?? draft ?? lineValues(opened.line),
      button: t('Save the line'),
      hidden: { version: opened.line.version },
      draft: lineDraft(opened.line),
      cancel: lineHref(opened.year.year, opened.line),
    }),
  }),
});

const lineValues = (line: CycleLine): Record<string, string> => ({
  kind: line.kind,
  title: line.title,
  specialist: line.specialist,
  peer: line.peer,
  keep: line.keep,
  change: line.change,
  ...Object.fromEntries(criteria().map(({ id }) => [`criterion_${id}`, line.criteria[id] ?? ''])),
});

const lineForm = (options: FormOptions): Html =>
  form(options, (f) => [
    f.radios({
      name: 'kind',
      label: t('What it is'),
      required: true,
      options: catalogue().planning.cycle.kinds.map(({ id, title, plain }) => ({
        value: id,
        label: t(title),
        hint: t(plain),
      })),
    }),
    f.text({ name: 'title', label: t('What it is called'), required: true, maxlength: 200 }),
    f.textarea({
      name: 'specialist',
      label: t('How and when is specialist input used?'),
      hint: t('In person, or by research and materials that specialists prepared.'),
    }),
    f.textarea({
      name: 'peer',
      label: t('How and when are opportunities for peer support created and used?'),
    }),
    html`<h2>${t('What in it does this?')}</h2>
      <p>${t('In your own words. What is left empty is shown as a gap.')}</p>`,
    criteria().map(({ id, title, asks }) =>
      f.textarea({ name: `criterion_${id}`, label: t(title), hint: t(asks), rows: 2 }),
    ),
    html`<h2>${t('Keep and change')}</h2>`,
    f.textarea({ name: 'keep', label: t('What would you keep the same?'), rows: 2 }),
    f.textarea({ name: 'change', label: t('What would you change?'), rows: 2 }),
  ]);
