import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatList, formatMinutes, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { table } from '#ui/table.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { groupHref, type Programme } from '#features/programmes/index.ts';
import { hoursTable } from '../hours-beside.view.ts';
import type { MyHours } from '../load.queries.ts';
import { type GroupPerson, type PersonFacts, rolesIn, whyNot } from './membership-rules.ts';
import type { Asked, TermHours } from './membership-rules.queries.ts';
import { membershipRules, notHeldBy, obstacleNote } from './people-rules.view.ts';
import { partTitle } from './people-words.ts';
import { replacesField } from '../replaces.view.ts';

interface AnswerView {
  programme: Programme;
  asked: Asked;
  protocol: Protocol | undefined;
  person: PersonFacts;
  people: readonly GroupPerson[];
  ahead: readonly TermHours[];
  hours: MyHours;
  visit: Visit;
}

export function answerView(view: AnswerView): Html {
  const { programme, asked, protocol, people, visit } = view;
  if (asked.answer !== null) return answered(view);
  const lead = asked.part === 'leader';
  return html`<p>
      ${lead ? t('{name} asks you to keep the plan from now on: move steps, ask people and answer those who ask.', { name: asked.by }) : t('{name} asks you.', { name: asked.by })}
    </p>
    ${asked.words && html`<blockquote class="as-written">${asked.words}</blockquote>`}
    ${
      !lead &&
      html`${definitionList([
        {
          term: t('Protocol'),
          says:
            protocol &&
            (visit.who.standing.kind === 'staff'
              ? html`<a href="/protocols/${protocol.id}">${protocol.title}</a>: ${protocol.plain}`
              : html`${protocol.title}: ${protocol.plain}`),
        },
        {
          term: t('You would be'),
          says: html`${partTitle(protocol, asked.part)} ${notHeldBy(rolesIn(protocol, asked.part))}`,
        },
        { term: t('In it now'), says: formatList(people.map(({ name }) => name)) },
        {
          term: t('When'),
          says: t('{from} to {until}', {
            from: formatDate(programme.starts_on, 'short'),
            until: formatDate(programme.ends_on, 'short'),
          }),
        },
        { term: t('About'), says: [programme.subject, programme.phase].filter(Boolean).join(', ') },
      ])}
      ${groupHours(view.ahead)} ${besideMine(view.hours, view.ahead, programme.title)}`
    }
    ${closed(programme) ?? inTheWay(view) ?? answerForm(view)} ${!lead && membershipRules(protocol)}`;
}

/** What a group asks from now on, term by term. */
export const groupHours = (ahead: readonly TermHours[]): Html =>
  html`<h2>${t('What it asks of each')}</h2>
    ${table({
      caption: t('From now on, as planned'),
      columns: [
        { label: t('Term'), wide: true },
        { label: t('All'), numeric: true },
        { label: t('In the school day'), numeric: true },
        { label: t('Outside it'), numeric: true },
      ],
      rows: ahead.map(({ term, minutes, inSchoolDay }) => [
        term ?? t('Outside the terms'),
        formatMinutes(minutes),
        formatMinutes(inSchoolDay),
        formatMinutes(minutes - inSchoolDay),
      ]),
      empty: t('No step is still to come.'),
    })}`;

/** What one is in already this term, with what this group adds in that term: before one says yes to more. */
export function besideMine(hours: MyHours, ahead: readonly TermHours[], title: string): Html {
  if (hours.of.length === 0) return nothing;
  const added = ahead.filter(({ term }) => hours.term === null || term === hours.term);
  const sum = (of: 'minutes' | 'inSchoolDay') => added.reduce((total, each) => total + each[of], 0);
  return html`<h2>${t('Beside what you are in already')}</h2>
    ${hoursTable(
      hours.term === null
        ? t('The next thirteen weeks, with what this group adds')
        : t('This term ({term}), with what this group adds', { term: hours.term }),
      [...hours.of, { title, minutes: sum('minutes'), inSchoolDay: sum('inSchoolDay') }],
    )}`;
}

const closed = (programme: Programme): Html | undefined =>
  programme.closed_at
    ? html`<p>${t('The group is closed meanwhile. Nothing is asked of you.')}</p>`
    : undefined;

/** What came between since they were asked: the group is full, a role changed. Saying no is still theirs. */
function inTheWay(view: AnswerView): Html | undefined {
  const { asked, person, people, protocol } = view;
  const obstacle = whyNot(person, { protocol, people }, asked.part);
  if (!obstacle) return undefined;
  return html`${notice('caution', t('You cannot come into it as it is now.'))} ${obstacleNote(obstacle)}
  ${form({ action: groupHref(view.programme, 'answer'), button: t('Not this time'), quiet: true, hidden: { answer: 'no' } })}`;
}

function answerForm({ programme, asked, visit }: AnswerView): Html {
  const here = groupHref(programme, 'answer');
  return html`<h2>${t('Your answer')}</h2>
    ${form({ ...visit.formAt(here), action: here, button: t('Send my answer') }, (f) => [
      f.radios({
        name: 'answer',
        label: asked.part === 'leader' ? t('Will you keep the plan?') : t('Will you come in?'),
        required: true,
        options: [
          { value: 'yes', label: t('Yes') },
          { value: 'no', label: t('Not this time') },
        ],
      }),
      asked.part !== 'leader' && replacesField(f),
    ])}`;
}

function answered({ programme, asked }: AnswerView): Html {
  return asked.answer === 'yes'
    ? html`<p>${t('You said yes.')} <a href="${groupHref(programme)}">${t('To the group')}</a></p>`
    : html`<p>${t('You said not this time. Somebody in the group can ask you again.')}</p>
        ${form({ action: groupHref(programme, 'answer/take-back'), button: t('Think again'), quiet: true })}`;
}
