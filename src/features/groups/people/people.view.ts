import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { personName } from '#ui/person-name.ts';
import { groupHref, partWords, programmeTabs, stepHref } from '#features/programmes/index.ts';
import { rolesIn } from './membership-rules.ts';
import { membershipRules, notHeldBy, wantedWords } from './people-rules.view.ts';
import { askedList, askingList } from './people-waiting.view.ts';
import { isKept, type PeopleOfGroup, type PersonOfGroup } from './people.queries.ts';

export interface PeopleView extends PeopleOfGroup {
  visit: Visit;
}

/** The parts in the order in which they are shown; a part that the protocol does not have is shown where it is held. */
const order = ['participant', 'facilitator', 'specialist', 'sponsor'] as const;

export function peopleView(view: PeopleView): Html {
  const { opened, protocol, people } = view;
  return html`${programmeTabs(opened, 'people')} ${keptBy(view)} ${askingList(view)}
  ${order.map((part) => ofPart(view, part))} ${askedList(view)} ${leftPromises(view)} ${guests(view)}
  ${membershipRules(protocol)} ${mayLeave(view, people)}`;
}

/** Who keeps the plan; anybody who takes part can take it on when nobody does. */
function keptBy({ opened, people, protocol, visit }: PeopleView): Html {
  const { programme, may } = opened;
  const running = !programme.closed_at;
  if (!isKept(people))
    return html`${notice('caution', t('Nobody keeps this group’s plan now. Anybody who takes part can.'))}
    ${
      running &&
      may('takePart') &&
      visit.who.standing.kind === 'staff' &&
      form({ action: groupHref(programme, 'people/keep-plan'), button: t('Keep the plan from now on') })
    }`;
  const keepers = people.filter(({ parts }) => parts.includes('leader'));
  const mayHandOver = running && keepers.some(({ personId }) => personId === visit.who.personId);
  const others = people.filter(
    ({ parts, personId, kind }) =>
      kind === 'staff' &&
      personId !== visit.who.personId &&
      !parts.includes('leader') &&
      !parts.every((part) => part === 'sponsor'),
  );
  const here = groupHref(programme, 'people/hand-over');
  return html`<p>
      ${tn(
        keepers.length,
        '{names} keeps the plan: moves steps, asks people and answers those who ask.',
        '{names} keep the plan: they move steps, ask people and answer those who ask.',
        { names: formatList(keepers.map(({ name }) => name)) },
      )}
      ${notHeldBy(rolesIn(protocol, 'leader'))}
    </p>
    ${
      mayHandOver &&
      others.length > 0 &&
      details(
        t('Hand the plan over'),
        form({ ...visit.formAt(here), action: here, button: t('Ask them'), quiet: true }, (f) =>
          f.select({
            name: 'person',
            label: t('To whom?'),
            required: true,
            hint: t('They say yes or no. Until then you keep it.'),
            options: others.map(({ personId, name }) => ({ value: personId, label: name })),
          }),
        ),
        visit.formAt(here).errors !== undefined,
      )
    }`;
}

function ofPart({ people, protocol, opened }: PeopleView, part: (typeof order)[number]): Html {
  const roles = rolesIn(protocol, part);
  const held = people.filter(({ parts }) => parts.includes(part));
  if (roles.length === 0 && held.length === 0) return nothing;
  return html`<h2>${roles.length > 0 ? formatList(roles.map(({ title }) => title)) : partWords(part)}</h2>
    ${roles.map(
      (each) =>
        html`<p>
          ${roles.length > 1 && html`<strong>${each.title}:</strong> `}${each.plain}
          <span class="meta">${wantedWords(each)}</span> ${notHeldBy([each])}
        </p>`,
    )}
    ${countedList({
      says: tn(held.length, 'One person', '{n} people'),
      dense: true,
      items: held.map(personLine),
      empty: empty({
        says: opened.may('design') ? t('Nobody yet. You can ask somebody.') : t('Nobody yet.'),
      }),
    })}`;
}

const personLine = ({ name, kind, parts }: PersonOfGroup): Html =>
  html`${personName({ name })} ${kind === 'guest' && label(t('Guest'))}
  ${parts.includes('leader') && label(t('Keeps the plan'))}`;

/** What somebody promised before they left: not lost, and nobody waits for it. */
function leftPromises({ promises, opened: { programme } }: PeopleView): Html {
  if (promises.length === 0) return nothing;
  return html`<h2>${t('Promised by people who left')}</h2>
    ${countedList({
      says: tn(
        promises.length,
        'One promise ended with their leaving. Nobody waits for it.',
        '{n} promises ended with their leaving. Nobody waits for them.',
      ),
      dense: true,
      items: promises.map(
        ({ name, trying, pupils, dueOn, madeAt }) =>
          html`${personName({ name })}: <a href="${stepHref(programme, { number: madeAt })}">${trying}</a>
            <span class="meta"
              >${t('with {pupils}, by {day}', { pupils, day: formatDate(dueOn, 'weekday') })}</span
            >`,
      ),
      empty: nothing,
    })}`;
}

function guests({ guests: now, opened: { programme, may } }: PeopleView): Html {
  if (!may('takePart')) return nothing;
  return html`<h2>${t('Let in for one stage')}</h2>
    <p>
      ${now === 0 ? t('Nobody is let in for one stage now.') : tn(now, 'One person is let in for one stage now.', '{n} people are let in for one stage now.')}
      <a href="${groupHref(programme, 'guests')}">${t('People for one stage')}</a>
    </p>`;
}

function mayLeave({ opened: { programme }, visit }: PeopleView, people: readonly PersonOfGroup[]): Html {
  if (!people.some(({ personId }) => personId === visit.who.personId)) return nothing;
  return quietActions([{ label: t('Leave the group'), href: groupHref(programme, 'leave'), icon: 'undo' }]);
}
