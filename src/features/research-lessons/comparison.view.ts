import { formatDate, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { lessonDraftKey, lessonHref } from './addresses.ts';
import {
  aboutTheClass,
  findings,
  type Note,
  type PupilAccount,
  type Row,
  sideBySide,
  stillIn,
} from './lesson.ts';
import type { LessonView } from './lesson.view.ts';
import { findingWords, whenNoted } from './words.ts';

/** Pupil by pupil: what is predicted; after the lesson what was noted beside it, and what the group makes of that. */
export function comparison(view: LessonView): Html {
  const { lesson, planned } = view;
  const accounts = sideBySide(lesson);
  const others = lesson.heldAt === null ? [] : aboutTheClass(lesson);
  return html`<h2>${lesson.heldAt === null ? t('What we predict') : t('Predicted and observed')}</h2>
    ${
      !planned &&
      accounts.length === 0 &&
      empty({ says: t('No focus pupil is chosen yet. The plan says whom the observers watch.') })
    }
    ${!!lesson.firstHeldAt && lesson.heldAt === null && predictionsStand(lesson.firstHeldAt)}
    ${accounts.map((account) => pupilSection(view, account))}
    ${
      others.length > 0 &&
      html`<section>
        <h3>${t('About the whole class')}</h3>
        ${countedList({
          says: tn(others.length, 'One note', '{n} notes'),
          dense: true,
          items: others.map((note) => noteLine(view, note, momentOf(view, note))),
          empty: nothing,
        })}
      </section>`
    }`;
}

/** Said while the lesson counts as not held again, when one would look for the way to predict. */
const predictionsStand = (since: Date): Html =>
  html`<p>
    ${t('What you predicted stands since {when}, when everybody could read all notes.', { when: formatMoment(since) })}
  </p>`;

function pupilSection(view: LessonView, { pupil, rows }: PupilAccount): Html {
  const { lesson, writes } = view;
  const held = lesson.heldAt !== null;
  return html`<section id="pupil-${pupil.id}" class="focus-pupil">
    <h3>
      <bdi>${pupil.label}</bdi
      >${pupil.takenOut && html` <span class="meta">${t('taken out of the plan')}</span>`}
    </h3>
    ${table({
      caption: held
        ? t('{pupil}: predicted and observed', { pupil: pupil.label })
        : t('{pupil}: what we predict', { pupil: pupil.label }),
      captionHidden: true,
      columns: [
        { label: t('Moment') },
        { label: t('What we predicted') },
        ...(held ? [{ label: t('What was seen') }] : []),
      ],
      rows: rows.map((row) => [
        row.moment?.title ?? t('At no moment in particular'),
        predictedCell(row),
        ...(held ? [observedCell(view, row)] : []),
      ]),
      empty: '',
    })}
    ${held && compared(view, { pupil, rows })}
    ${writes && lesson.firstHeldAt === null && predictForm(view, { pupil, rows })}
  </section>`;
}

const predictedCell = ({ predicted }: Row): Value =>
  predicted
    ? html`<div>
        <span class="as-written">${predicted.text}</span>
        <span class="meta"
          >${t('{name}, {when}', { name: predicted.by, when: formatDate(new Date(predicted.at), 'short') })}</span
        >
      </div>`
    : t('Nothing predicted');

const observedCell = (view: LessonView, { notes }: Row): Value =>
  notes.length === 0
    ? t('Nothing noted')
    : html`<ul class="lesson-notes-read">
        ${notes.map((note) => html`<li>${noteLine(view, note)}</li>`)}
      </ul>`;

const noteLine = ({ at, visit }: LessonView, note: Note, moment?: string): Html =>
  html`<span class="as-written">${note.text}</span>
    <span class="meta"
      ><bdi>${note.author}</bdi>,
      ${whenNoted(note, at.step.on_date, visit)}${moment !== undefined && `, ${moment}`}</span
    >`;

const momentOf = ({ lesson }: LessonView, { momentId }: Note): string | undefined =>
  lesson.moments.find(({ id }) => id === momentId)?.title;

/** What the group makes of it: one of three, or its own words. Never a score. */
function compared(view: LessonView, account: PupilAccount): Html {
  const { finding, words, by, at } = account.pupil.compared;
  const said =
    by !== null &&
    html`<p class="found">
        ${finding !== null && html`<strong>${findingWords(finding)}.</strong> `}<span class="as-written"
          >${words}</span
        >
      </p>
      <p class="meta">${t('{name}, {when}', { name: by, when: formatMoment(new Date(at!)) })}</p>`;
  return html`${said}${view.writes && comparedForm(view, account, by !== null)}`;
}

function comparedForm({ at, lesson, visit }: LessonView, { pupil }: PupilAccount, said: boolean): Html {
  const { programme } = at.opened;
  const what = `compared:${pupil.id}`;
  const state = stateOf(visit, lessonHref(programme, at.step, 'compared'), pupil.id);
  const draft = lesson.drafts[what];
  const write = form(
    {
      ...state,
      values: state.values ?? draft ?? { finding: pupil.compared.finding ?? '', words: pupil.compared.words },
      button: t('Save what we make of it'),
      describe: t('Save what we make of it: {pupil}', { pupil: pupil.label }),
      quiet: true,
      draft: lessonDraftKey(programme, at.step, what),
      prefix: what.replace(':', '-'),
      hidden: { pupil: pupil.id, version: pupil.compared.version },
    },
    (f) => html`
      ${f.radios({
        name: 'finding',
        label: t('Beside what we predicted'),
        options: findings.map((value) => ({ value, label: findingWords(value) })),
      })}
      ${f.textarea({
        name: 'words',
        label: t('In your own words'),
        hint: t('What did this pupil show you about how the task is understood?'),
        rows: 2,
      })}
    `,
  );
  const open = state.errors !== undefined || draft !== undefined;
  return details(said ? t('Say it in other words') : t('What we make of it'), write, open);
}

/** What was sent and refused of this pupil's form: all pupils' forms go to one address. */
function stateOf(visit: LessonView['visit'], action: string, pupilId: string) {
  const state = visit.formAt(action);
  return state.values?.['pupil'] === pupilId ? state : { action };
}

function predictForm({ at, lesson, visit }: LessonView, { pupil, rows }: PupilAccount): Html {
  const { programme } = at.opened;
  const what = `predicted:${pupil.id}`;
  const state = stateOf(visit, lessonHref(programme, at.step, 'predicted'), pupil.id);
  const draft = lesson.drafts[what];
  const predicted = rows.some((row) => row.predicted !== null);
  const write = form(
    {
      ...state,
      values: state.values ?? draft ?? {},
      button: t('Save what we predict'),
      describe: t('Save what we predict: {pupil}', { pupil: pupil.label }),
      quiet: true,
      draft: lessonDraftKey(programme, at.step, what),
      prefix: what.replace(':', '-'),
      hidden: { pupil: pupil.id, version: pupil.predictedVersion },
    },
    (f) =>
      stillIn(lesson.moments).map((moment) =>
        f.textarea({
          name: `moment-${moment.id}`,
          label: moment.title,
          initial: rows.find((row) => row.moment?.id === moment.id)?.predicted?.text ?? '',
          rows: 2,
          unmarked: true,
        }),
      ),
  );
  const open = state.errors !== undefined || draft !== undefined;
  return details(predicted ? t('Change what we predict') : t('Write what we predict'), write, open);
}
