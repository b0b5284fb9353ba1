import type { Visit } from '#platform/http/context.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList, filters } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { groupHref, type OpenedProgramme } from '#features/programmes/index.ts';
import { type Guests, mostOffered } from './guest.queries.ts';

interface GuestView {
  opened: OpenedProgramme;
  protocol: Protocol | undefined;
  guests: Guests;
  stages: readonly string[];
  words: string;
  until: string;
  visit: Visit;
}

/** What a stage is called. */
export const stageTitle = (protocol: Protocol | undefined, stage: string): string =>
  protocol?.stages.find(({ id }) => id === stage)?.title ?? stage;

export function guestView(view: GuestView): Html {
  const { opened, protocol, guests } = view;
  const { programme } = opened;
  return html`<p>
      ${t('A colleague or a guest of the school can be let in for one stage: they read the outline of the group, and read and write at the steps of that stage, until a day you choose. The rest stays closed to them.')}
    </p>
    ${countedList({
      says: tn(guests.now.length, 'One person is let in', '{n} people are let in'),
      dense: true,
      withEnd: true,
      items: guests.now.map(
        ({ id, name, kind, stage, cycle, untilOn, by }) =>
          html`<span
              >${personName({ name })} ${kind === 'guest' && label(t('Guest'))}
              <span class="meta"
                >${t('{stage}, cycle {cycle}, until {day}; let in by {name}', {
                  stage: stageTitle(protocol, stage),
                  cycle,
                  day: formatDate(untilOn, 'weekday'),
                  name: by,
                })}</span
              ></span
            >
            ${form({
              action: groupHref(programme, `guests/${id}/end`),
              button: t('End it'),
              describe: t('End it for {name}', { name }),
              quiet: true,
              prefix: `end-${id}`,
            })}`,
      ),
      empty: empty({ says: t('Nobody is let in for one stage now.') }),
    })}
    ${!programme.closed_at && view.visit.who.standing.kind === 'staff' && letIn(view)}`;
}

function letIn({ opened: { programme }, protocol, guests, stages, words, until, visit }: GuestView): Html {
  if (stages.length === 0)
    return html`<p>${t('The steps of this group stand in no stage, so nobody can be let in for one.')}</p>`;
  const here = groupHref(programme, 'guests');
  const state = visit.formAt(here);
  return html`<h2>${t('Let somebody in')}</h2>
    ${filters(
      { action: here, values: { words }, button: t('Find'), narrowed: words !== '', always: true },
      (f) => f.search({ name: 'words', label: t('Name') }),
    )}
    ${
      guests.people.length === 0
        ? empty({ says: t('Nobody fits. Try a shorter part of the name.') })
        : html`${guests.all > mostOffered ? html`<p class="count">${t('The first {n} of {all}. Find others by name.', { n: mostOffered, all: guests.all })}</p>` : nothing}
          ${form(
            { ...state, action: here, values: state.values ?? { until_on: until }, button: t('Let them in') },
            (f) => [
              f.select({
                name: 'person',
                label: t('Whom?'),
                required: true,
                options: guests.people.map(({ personId, name, kind }) => ({
                  value: personId,
                  label: kind === 'guest' ? t('{name} (guest)', { name }) : name,
                })),
              }),
              f.select({
                name: 'stage',
                label: t('For which stage of this cycle?'),
                required: true,
                options: stages.map((stage) => ({ value: stage, label: stageTitle(protocol, stage) })),
              }),
              f.date({ name: 'until_on', label: t('Until'), required: true }),
            ],
          )}`
    }`;
}
