import { formatDate, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { newObservationHref, observationHref } from '#features/observations/index.ts';
import {
  type Agreement,
  agreementHref,
  nameOf,
  type Observation,
  observationsFor,
  partnersOf,
  type Task,
} from './agreement.ts';
import { whenWords } from './agreement-text.view.ts';
import { withoutStop } from './join-words.ts';

/** One button that does one thing to one row. `describe` tells it from its like when heard. */
const oneButton = (action: string, button: string, describe: string): Html =>
  form({ action, button, quiet: true, describe });

/** Who reads the list, and whether they belong to the partnership. */
interface Reader {
  may: boolean;
  me: string;
  today: string;
}

/** What was agreed in the text and beside it: what is to come first, then what was. */
export function observationList(agreement: Agreement, reader: Reader): Html {
  const shown = observationsFor(agreement, reader.me).toSorted(
    (a, b) => Number(isOver(a)) - Number(isOver(b)),
  );
  return html`<h2 id="observations">${t('Observing each other')}</h2>
    ${countedList({
      says: tn(shown.length, '{n} observation', '{n} observations'),
      items: shown.map((each) => observationItem(agreement, each, reader)),
      empty: t('None is planned yet.'),
    })}
    ${reader.may && html`<p><a href="${newObservationHref(agreement.id)}">${t('Agree another observation')}</a></p>`}`;
}

const isOver = ({ doneAt, calledOffAt }: Observation): boolean => Boolean(doneAt ?? calledOffAt);

function observationItem(agreement: Agreement, each: Observation, { may, me, today }: Reader): Value {
  const who = t('{observer} observes {observed}', {
    observer: nameOf(agreement, each.observerId) ?? '',
    observed: nameOf(agreement, each.observedId) ?? '',
  });
  const when = whenWords(each.on, each.at);
  const inIt = may && each.open && [each.observerId, each.observedId].includes(me);
  const label = linkWords(each, today);
  return html`<strong>${when}</strong>: ${who}${each.place && `, ${withoutStop(each.place)}`}.
    ${each.doneAt ? t('It took place.') : each.calledOffAt && t('Called off.')}
    ${inIt && html`<a href="${observationHref(each)}" aria-label="${`${label}: ${who}, ${when}`}">${label}</a>`}`;
}

/** What its two find on its page now. */
function linkWords({ doneAt, calledOffAt, on }: Observation, today: string): string {
  if (doneAt ?? calledOffAt) return t('Go to its page');
  return on < today ? t('Say whether it took place') : t('Prepare, move or call off');
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
