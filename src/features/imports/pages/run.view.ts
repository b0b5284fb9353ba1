import { formatDate, formatList, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { progress } from '#ui/progress.ts';
import type { PreviewSummary } from '../preview/preview.ts';
import { confirmForm } from './confirm-form.view.ts';
import { lists } from './preview-lists.view.ts';
import { questionForm } from './question.view.ts';
import { type RunPageData, stuckAfterMs } from './run-page-data.ts';
import { addedInWords, placesInWords } from './run-words.ts';

/** An import as it stands. */
export function runView(data: RunPageData): Html {
  const { run } = data;
  const summary = run.summary as PreviewSummary;
  switch (run.state) {
    case 'reading':
      return html`<p>
          ${t('The files are being read and compared with what is here. You can leave this page; it goes on by itself.')}
        </p>
        ${dropForm(data)}`;
    case 'asking':
      return html`${questionForm(data)}${lists(data)}${dropForm(data)}`;
    case 'failed':
      return html`${notice('caution', t('Nobody could be read from these files. Nothing was written. Below stands why, and what to do.'))}${lists(data)}${dropForm(data)}`;
    case 'ready':
      return html`${summary.madeAgain && notice('caution', t('Something here changed after you had looked, so nothing was written. This is what would happen now.'))}${betweenYears(summary)}${overview(data)}${confirmForm(data)}${lists(data)}${choices(data)}${dropForm(data)}`;
    case 'applying':
    case 'undoing':
      return underWay(data);
    case 'dropped':
      return html`<p>${t('This import was dropped. Nothing of it was written.')}</p>
        ${again(data)}${lists(data)}`;
    case 'done':
    case 'undone':
      return result(data);
  }
}

/** Between preparing the next year and its first day, lists are mostly those of the old one. */
const betweenYears = ({ prepared }: PreviewSummary): Html =>
  prepared === undefined
    ? nothing
    : notice(
        'info',
        html`${t('{name} is prepared for {day}. Until then an import does not undo that: pupils keep the classes they are given for the new year. Whoever is new or changes class is named on its page afterwards, to be carried along:', { name: prepared.name, day: formatDate(prepared.firstOn) })}
          <a href="${prepared.href}">${t('To {name}', { name: prepared.name })}</a>`,
      );

function overview({ run, home }: RunPageData): Html {
  const summary = run.summary as PreviewSummary;
  const { counts } = summary;
  if (!counts) return nothing;
  return definitionList([
    { term: t('Files'), says: formatList(run.files.map(({ name }) => name)) },
    { term: t('Would come in'), says: addedInWords(summary) || t('Nobody new') },
    {
      term: t('Schools that would be made'),
      says:
        summary.newOrganisations > 0 &&
        tn(
          summary.newOrganisations,
          '{n} school, as a part of {home}. Its administrators are those of {home} until you appoint others.',
          '{n} schools, as parts of {home}. Their administrators are those of {home} until you appoint others.',
          { home },
        ),
    },
    { term: t('Would change'), says: counts.changed && tn(counts.changed, '{n} person', '{n} people') },
    { term: t('Would end'), says: counts.ended && tn(counts.ended, '{n} person', '{n} people') },
    {
      term: t('Places in classes and groups'),
      says: summary.joins + summary.leavings > 0 && placesInWords(summary),
    },
    {
      term: t('Families'),
      says:
        summary.relations > 0 &&
        tn(
          summary.relations,
          '{n} child with a parent or carer',
          '{n} links between a child and a parent or carer',
        ),
    },
    {
      term: t('As they are'),
      says: summary.unchanged > 0 && tn(summary.unchanged, '{n} person', '{n} people'),
    },
    {
      term: t('Had left already'),
      says:
        summary.alreadyLeft > 0 &&
        tn(summary.alreadyLeft, '{n} person, who is not brought in', '{n} people, who are not brought in'),
    },
    {
      term: t('Of other organisations'),
      says:
        summary.elsewhere > 0 &&
        tn(summary.elsewhere, '{n} person, who is left out', '{n} people, who are left out'),
    },
  ]);
}

const again = ({ run }: RunPageData): Html | false =>
  run.emptiedAt === null &&
  form({ action: `/school/imports/${run.id}/take-up`, button: t('Read these files again'), quiet: true });

const dropForm = ({ run }: RunPageData): Html =>
  form({ action: `/school/imports/${run.id}/drop`, button: t('Drop this import'), quiet: true });

function choices({ run }: RunPageData): Html {
  const summary = run.summary as PreviewSummary;
  const { samePerson, twoPeople } = run.options;
  const said = Object.keys(samePerson).length + twoPeople.length;
  return html`${
    summary.mayEndAbsent &&
    details(
      t('People who are missing from the files'),
      form(
        {
          action: `/school/imports/${run.id}/absence`,
          button: t('Plan it so'),
          quiet: true,
          values: { end: run.options.endAbsent },
        },
        (f) =>
          f.checkbox({
            name: 'end',
            label: t('End those who came from the same system and are missing now'),
            hint: t('These files say that they hold everyone. Those added by hand stay in any case.'),
          }),
      ),
      run.options.endAbsent,
    )
  }${
    said > 0 &&
    details(
      t('What you said about people who may be the same'),
      html`<p>
          ${t('{same} are the same person, {two} are two.', { same: Object.keys(samePerson).length, two: twoPeople.length })}
        </p>
        ${form({ action: `/school/imports/${run.id}/ask-again`, button: t('Ask me again'), quiet: true })}`,
    )
  }${
    summary.leftOut.length > 0 &&
    details(
      t('Columns and files that are not read'),
      html`<ul>
        ${summary.leftOut.map((each) => html`<li><bdi>${each}</bdi></li>`)}
      </ul>`,
    )
  }`;
}

function underWay({ run, now }: RunPageData): Html {
  const stuck = now.getTime() - run.changedAt.getTime() > stuckAfterMs;
  const label = run.state === 'applying' ? t('Written') : t('Taking back');
  return html`${
      run.steps > 0 && run.state === 'applying'
        ? progress({ label, done: run.progress, of: run.steps })
        : html`<p>
            ${run.state === 'applying' ? t('Looking once more whether everything is still as it was shown.') : t('What was added is being ended.')}
          </p>`
    }
    <p>${t('You can leave this page; it goes on by itself.')}</p>
    ${
      stuck &&
      html`<p>${t('Nothing has moved for some minutes. It may have been interrupted.')}</p>
        ${form({ action: `/school/imports/${run.id}/carry-on`, button: t('Carry on'), quiet: true })}`
    }`;
}

function result(data: RunPageData): Html {
  const { run } = data;
  const summary = run.summary as PreviewSummary;
  const undone = run.state === 'undone';
  const came = Object.values(summary.added).reduce((sum, n) => sum + n, 0);
  return html`${
    undone
      ? notice(
          'info',
          html`${t('What this import added has ended. What it changed or ended is as it left it: Staffroom does not guess what was right before.')}${
            (summary.stayed ?? 0) > 0 &&
            html` ${tn(summary.stayed!, '{n} person stayed, because they have opened their account since or are administrator. End that under People.', '{n} people stayed, because they have opened their accounts since or are administrators. End that under People.')}`
          }`,
        )
      : notice(
          'good',
          html`${run.finishedAt && t('Done on {when}.', { when: formatMoment(run.finishedAt) })}
          ${
            came > 0 &&
            html`${addedInWords(summary)}.
            ${
              summary.newOrganisations > 0
                ? html`<a href="/school">${t('Go into a school to invite its people')}</a>`
                : html`<a href="/people?account=none">${t('Invite those who have no account yet')}</a>`
            }`
          }`,
        )
  }
  ${(summary.notes ?? []).map((note) => html`<p>${note}</p>`)}
  ${
    run.emptiedAt === null
      ? html`<h2>${t('What was done')}</h2>
          ${lists(data)}`
      : html`<p>${t('The lists of what was done were removed after 30 days.')}</p>`
  }
  ${undone ? again(data) : undo(data)}`;
}

const undo = ({ run }: RunPageData): Html =>
  details(
    t('Take this import back'),
    html`<p>
        ${t('Everybody whom it brought in, and the classes, terms and schools that it made, end today. Nothing is deleted, and importing the same files again offers to bring them back.')}
      </p>
      <p>
        ${t('What stays: people who have opened their account since, changes to people who were here before, their places in classes, and those whom it ended. Change those by hand, or import a corrected file.')}
      </p>
      ${form({ action: `/school/imports/${run.id}/undo`, button: t('End what this import added'), quiet: true, danger: true })}`,
  );
