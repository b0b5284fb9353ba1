import { formatDate, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { observationHref } from '#features/observations/index.ts';
import {
  type Agreement,
  agreementHref,
  nameOf,
  type Observation,
  partnersOf,
  type Task,
} from './agreement.ts';
import { whenWords } from './agreement-text.view.ts';
import { withoutStop } from './join-words.ts';

/** One button that does one thing to one row. `describe` tells it from its like when heard. */
const oneButton = (action: string, button: string, describe: string): Html =>
  form({ action, button, quiet: true, describe });

/** Who reads the list, and whether they may change it. */
interface Reader {
  may: boolean;
  me: string;
  today: string;
}

/** The planned observations: what is to come first, then what was. */
export function observationList(agreement: Agreement, reader: Reader): Html {
  const { may } = reader;
  const shown = agreement.observations.toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)));
  return html`<h2 id="observations">${t('Observing each other')}</h2>
    ${countedList({
      says: tn(shown.length, '{n} observation', '{n} observations'),
      items: shown.map((each) => observationItem(agreement, each, reader)),
      empty: t('None is planned yet.'),
    })}
    ${may && html`<p><a href="${agreementHref(agreement, 'observations/new')}">${t('Plan another observation')}</a></p>`}`;
}

const isOver = ({ doneAt, calledOffAt }: Observation): boolean => Boolean(doneAt ?? calledOffAt);

function observationItem(agreement: Agreement, each: Observation, { may, me, today }: Reader): Value {
  const who = t('{observer} observes {observed}', {
    observer: nameOf(agreement, each.observerId) ?? '',
    observed: nameOf(agreement, each.observedId) ?? '',
  });
  const what = `${who}, ${whenWords(each.on, each.at)}`;
  const href = (below: string) => agreementHref(agreement, `observations/${each.id}${below}`);
  const said = html`<strong>${whenWords(each.on, each.at)}</strong>:
    ${who}${each.place && `, ${withoutStop(each.place)}`}`;
  const page =
    may && [each.observerId, each.observedId].includes(me) ? pageLink(agreement, each, what) : null;
  if (each.calledOffAt)
    return html`${said}. ${t('Called off.')}
    ${may && oneButton(href('/put-back'), t('Put it back'), t('Put back: {what}', { what }))}`;
  if (each.doneAt) return html`${said}. ${t('It took place.')} ${page}`;
  if (each.record) return html`${said}. ${page}`;
  return html`${said}
  ${
    may &&
    html`<div class="acts">
      ${page}
      ${each.on <= today && oneButton(href('/done'), t('It took place'), t('It took place: {what}', { what }))}
      <a href="${href('')}" aria-label="${t('Move: {what}', { what })}">${t('Move')}</a>
      ${oneButton(href('/call-off'), t('Call off'), t('Call off: {what}', { what }))}
    </div>`
  }`;
}

/** Where the two prepare and write up an observation: its page, or the way to open one for it. */
function pageLink(agreement: Agreement, { id, record, doneAt }: Observation, what: string): Value {
  if (record)
    return (
      record.open &&
      html`<a href="${observationHref(record)}" aria-label="${t('Go to its page: {what}', { what })}"
        >${t('Go to its page')}</a
      >`
    );
  const href = `/my-learning/observations/new?partnership=${agreement.id}&plan=${id}`;
  const label = doneAt ? t('Write what you noticed') : t('Prepare it');
  return html`<a href="${href}" aria-label="${`${label}: ${what}`}">${label}</a>`;
}

/** What is still to be done before peer coaching begins. */
export function taskList(agreement: Agreement, may: boolean): Html {
  return html`<h2 id="tasks">${t('Before we start')}</h2>
    ${countedList({
      says: tn(agreement.tasks.length, '{n} thing', '{n} things'),
      items: agreement.tasks.map((each) => taskItem(agreement, each, may)),
      empty: t('Nothing was left to prepare.'),
    })}`;
}

function taskItem(agreement: Agreement, each: Task, may: boolean): Value {
  const here = partnersOf(agreement).find(({ personId }) => personId === each.personId);
  const who = here?.name ?? t('all of you');
  const said = html`<span id="task-${each.id}"
    ><strong>${withoutStop(each.title)}</strong>:
    ${who}${each.dueOn && `, ${t('by {day}', { day: formatDate(each.dueOn) })}`}</span
  >`;
  const href = (below: string) => agreementHref(agreement, `tasks/${each.id}${below}`);
  if (each.doneAt) return html`${said}. ${t('Done {when}.', { when: formatMoment(each.doneAt) })}`;
  return html`${said}
  ${
    may &&
    html`<div class="acts">
      ${oneButton(href('/done'), t('Done'), t('Done: {what}', { what: each.title }))}
      <a href="${href('')}" aria-label="${t('Change who and when: {what}', { what: each.title })}"
        >${t('Who and when')}</a
      >
    </div>`
  }`;
}
