import type { Visit } from '#platform/http/context.ts';
import { formatMinutes, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { evidenceLabel } from '#ui/label.ts';
import { notice } from '#ui/notice.ts';
import {
  askedOf,
  entriesFor,
  type Observation,
  observationHref,
  observerPart,
  type Part,
  partOf,
  partsFor,
  sideBySide,
  stateOf,
  whenInWords,
} from './observation.ts';
import { recordedWith } from './instruments/recorded-with.view.ts';
import type { OpenedObservation } from './open-observation.ts';
import { partForm } from './part-form.ts';
import { recordHref } from './record/addresses.ts';
import { evidenceView } from './record/evidence.view.ts';
import { followUpView } from './record/follow-up.view.ts';
import type { Pairing } from './record/pairings.queries.ts';
import { recordedView } from './record/recorded.view.ts';

export const observationView = (
  opened: OpenedObservation,
  { visit, pairings }: { visit: Visit; pairings: readonly Pairing[] },
): Html => {
  const { observation, item, observed, observer } = opened;
  const me = visit.who.personId;
  const inIt = observed || observer;
  return html`${item.endedAt && takenAway(observation)} ${inIt && !item.endedAt && answer(observation, me)}
  ${definitionList([
    { term: t('When'), says: whenInWords(observation) },
    { term: t('How long'), says: formatMinutes(observation.minutes) },
    { term: t('Where'), says: observation.place },
    { term: t('Which pupils'), says: observation.pupils },
    { term: t('What to look for'), says: asWritten(observation.focus) || t('Not chosen yet.') },
    { term: t('Agreed in'), says: inIt ? wayBack(observation) : observation.circle },
  ])}
  ${recordedWith(opened, visit.today)} ${written(opened, visit)}
  ${followUpView(observation, { observed: observed && !item.endedAt, pairings })}
  ${inIt && !item.endedAt && steps(opened, visit.today)}`;
};

/** The group in which it was agreed, for the two: the way back to what they do together, where it has a place of its own. */
function wayBack({ circle, circleId, circleKind }: Observation): Value {
  const names = { names: circle };
  if (circleKind === 'coaching')
    return html`<a href="/coaching/${circleId}">${t('Mentoring and coaching: {names}', names)}</a>`;
  if (circleKind === 'partnership')
    return html`<a href="/agreements/${circleId}">${t('Your agreement: {names}', names)}</a>`;
  return circle;
}

const asWritten = (text: string): Value => text && html`<span class="as-written">${text}</span>`;

/** Yes or no, for the one who is asked. */
function answer(observation: Observation, me: string): Value {
  if (stateOf(observation) !== 'proposed') return null;
  if (askedOf(observation) !== me)
    return notice('info', t('It enters both calendars once the other agrees.'));
  const name =
    observation.proposedBy === observation.observedId ? observation.observed : observation.observer;
  return notice(
    'info',
    html`${t('{name} asks you for this observation.', { name })}
    ${form({ action: observationHref(observation, 'accept'), button: t('Agree to it') })}
    ${form({ action: observationHref(observation, 'decline'), button: t('Decline'), quiet: true })}`,
  );
}

/** What is written, each part under its writer's name; both accounts only when both are ready. */
function written({ observation, observed, observer }: OpenedObservation, visit: Visit): Html {
  const me = visit.who.personId;
  const open = sideBySide(observation);
  const theirs = observerPart(observation);
  const shown = new Map(partsFor(observation, me).map((part) => [part.part, part]));
  const recorded = entriesFor(observation, me);
  const nothingYet = shown.size === 0 && recorded.length === 0 && stateOf(observation) !== 'done';
  const block = (part: Part, name: string): Value => {
    const text = shown.get(part);
    return (
      text &&
      html`<section>
        <h3>${t('{title}, by {name}', { title: partForm(part).title, name })}</h3>
        <p>${evidenceLabel(part === theirs ? 'practice' : 'self-report')}</p>
        ${answers(part, text.texts)}
      </section>`
    );
  };
  return html`<h2>${t('What pupils did')}</h2>
    ${!open && stateOf(observation) === 'done' && waiting(observation, observed, observer)}
    ${nothingYet && html`<p>${t('Nothing is written here that you can read yet.')}</p>`}
    <div class="two-accounts">
      <div>${block('predicted', observation.observed)} ${block('noticed', observation.observed)}</div>
      <div>${block(theirs, observation.observer)}</div>
    </div>
    ${recordedView(observation, recorded, visit)} ${block('plan', observation.observed)}
    ${shown.has('plan') && evidenceView(observation)}`;
}

const answers = (part: Part, texts: Record<string, string>): Html =>
  definitionList(
    partForm(part).questions.map(({ name, label }) => ({ term: label, says: asWritten(texts[name] ?? '') })),
  );

function waiting(observation: Observation, observed: boolean, observer: boolean): Html {
  if (!observed && !observer) return html`<p>${t('The two have not finished writing yet.')}</p>`;
  const mine = partOf(observation, observed ? 'noticed' : observerPart(observation))?.readyAt;
  const other = partOf(observation, observed ? observerPart(observation) : 'noticed')?.readyAt;
  const name = observed ? observation.observer : observation.observed;
  if (mine)
    return html`<p>${t('Yours is ready. When {name} is ready too, both stand side by side.', { name })}</p>`;
  return html`<p>
    ${
      other
        ? t('{name} is ready. Write yours, then both stand side by side.', { name })
        : t('Each of you writes alone first. When both are ready, both stand side by side.')
    }
  </p>`;
}

/** What else the two can do, as things stand. */
function steps({ observation, observed, observer }: OpenedObservation, today: string): Html {
  const state = stateOf(observation);
  const link = (below: string, label: string) => ({ label, href: observationHref(observation, below) });
  const button = (below: string, label: string) =>
    form({ action: observationHref(observation, below), button: label, quiet: true });
  const mine: Part = observed ? 'noticed' : observerPart(observation);
  const links = [
    ...(state === 'agreed' && observed && partOf(observation, 'predicted')
      ? [link('write/predicted', t('Change what you expect'))]
      : []),
    ...(state === 'done' && partOf(observation, mine)?.readyAt
      ? [link(`write/${mine}`, t('Change what you noticed'))]
      : []),
    ...(observed && partOf(observation, 'plan') ? [link('write/plan', t('Change what you make of it'))] : []),
    ...(observed && sideBySide(observation) && observation.entries.length > 0
      ? [link('evidence', t('Choose what your goal rests on'))]
      : []),
    ...(observer && observation.chosen && state === 'done'
      ? [{ label: t('Record the visit'), href: recordHref(observation) }]
      : []),
    ...(state === 'agreed' || state === 'proposed'
      ? [link('arrange', t('Change day, time or what to look for'))]
      : []),
    ...(observed ? [link('share', t('Choose who may read it'))] : []),
  ];
  return html`<h2>${t('More')}</h2>
    ${links.length > 0 && quietActions(links)}
    <div class="actions">
      ${state === 'agreed' && observation.on <= today && button('done', t('It took place'))}
      ${state === 'agreed' && button('call-off', t('Call it off'))}
      ${state === 'done' && !sideBySide(observation) && button('not-done', t('It has not taken place'))}
      ${state === 'called-off' && button('put-back', t('Put it back'))}
      ${observed && button('end', t('Take this observation away'))}
    </div>`;
}

const takenAway = (observation: Observation): Html =>
  notice(
    'info',
    html`${t('You took this away. Nobody else can open it, the observer neither.')}
    ${form({ action: observationHref(observation, 'bring-back'), button: t('Bring it back'), quiet: true })}`,
  );
