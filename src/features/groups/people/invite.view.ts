import type { Visit } from '#platform/http/context.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { groupHref, type OpenedProgramme, type Part } from '#features/programmes/index.ts';
import { adviceOn, reasonFor, type Teaching } from './match-words.ts';
import { type GroupPerson, partsFor, type PersonFacts, rolesIn, ruleOf, whyNot } from './membership-rules.ts';
import type { Asked } from './membership-rules.queries.ts';
import { notHeldBy, obstacleNote } from './people-rules.view.ts';
import { partTitle } from './people-words.ts';

interface InviteView {
  opened: OpenedProgramme;
  protocol: Protocol | undefined;
  person: PersonFacts;
  people: readonly GroupPerson[];
  asked: Asked | null;
  teaching: ReadonlyMap<string, Teaching>;
  visit: Visit;
}

export function inviteView(view: InviteView): Html {
  const { opened, protocol, person, people, asked, teaching, visit } = view;
  const { programme } = opened;
  if (asked && asked.answer === null)
    return html`<p>
      ${
        asked.way === 'asked'
          ? t('{name} asks to be let in. You can answer on the page of the people.', { name: person.name })
          : t('{name} was asked already and has not answered yet.', { name: person.name })
      }
      <a href="${groupHref(programme, 'people')}">${t('People of the group')}</a>
    </p>`;
  const mine = teaching.get(visit.who.personId);
  const theirs = teaching.get(person.personId);
  const parts = partsFor(protocol, person.kind ?? 'staff').map((part) => ({
    part,
    obstacle: whyNot(person, { protocol, people, readerId: visit.who.personId }, part),
  }));
  const open = parts.filter(({ obstacle }) => obstacle === undefined).map(({ part }) => part);
  const reason = theirs && reasonFor(theirs, mine, programme);
  return html`${reason && html`<p>${reason}</p>`} ${advice(view, theirs)}
  ${
    open.length === 0
      ? html`${notice('info', t('{name} cannot be in this group.', { name: person.name }))}
        ${(parts.length === 0 ? [] : [parts[0]!]).map(({ obstacle }) => obstacle && obstacleNote(obstacle))}`
      : askForm(view, open)
  }`;
}

function askForm(
  { opened: { programme }, protocol, person, visit }: InviteView,
  open: readonly Part[],
): Html {
  const here = groupHref(programme, `people/${person.personId}/invite`);
  const state = visit.formAt(here);
  return form(
    {
      ...state,
      action: here,
      values: state.values ?? { part: open[0] },
      button: t('Ask {name}', { name: person.name }),
      ...(open.length === 1 ? { hidden: { part: open[0]! } } : {}),
    },
    (f) => [
      notHeldBy(open.flatMap((part) => rolesIn(protocol, part))),
      open.length > 1 &&
        f.radios({
          name: 'part',
          label: t('As what?'),
          required: true,
          options: open.map((part) => ({ value: part, label: partTitle(protocol, part) })),
        }),
      f.textarea({
        name: 'words',
        label: t('A few words of your own'),
        hint: t('Why them, and what you would like to find out together.'),
        rows: 3,
        maxlength: 1000,
      }),
    ],
  );
}

/** What the protocol advises about subject and phase, where they do not share it. It is not a refusal. */
function advice({ protocol, opened }: InviteView, theirs: Teaching | undefined): Html {
  const apart = adviceOn(theirs, opened.programme).flatMap((rule) => ruleOf(protocol, rule) ?? []);
  return apart.length === 0
    ? nothing
    : notice(
        'info',
        t('The protocol says: {words} You decide.', { words: formatList(apart.map(({ words }) => words)) }),
      );
}
