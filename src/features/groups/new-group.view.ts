import type { FormState } from '#platform/http/form-state.ts';
import { formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { layOut, workloadOf } from '#features/programmes/index.ts';
import {
  type Calendar,
  type Filter,
  type Listed,
  protocolCards,
  protocolFilters,
} from '#features/protocols/index.ts';
import { hoursBeside } from './hours-beside.view.ts';
import type { MyHours } from './load.queries.ts';
import { replacesField } from './replaces.view.ts';
import { seenHint } from './seen-hint.ts';

export const newGroupDraft = (protocol: Protocol): string => `group-new:${protocol.id}`;

interface ProtocolChoice {
  filter: Filter;
  /** Those of what a member of staff may start from that fit the filter. */
  found: readonly Listed[];
  /** One that was asked for and that only leaders start. */
  wanted: Protocol | undefined;
}

/** The protocols a member of staff may start from. */
export const protocolChoice = ({ filter, found, wanted }: ProtocolChoice): Html => html`
  ${
    wanted &&
    notice(
      'info',
      t(
        '“{title}” is begun as a programme, by those who lead professional learning: it needs time and people from the whole school. Ask them, or choose another here.',
        {
          title: wanted.title,
        },
      ),
    )
  }
  <p>
    ${t('A protocol lays out the first weeks for you. You can move and change every step.')}
    <a href="/protocols">${t('Compare the protocols')}</a>
  </p>
  ${protocolFilters('/groups/new', filter)}
  <p class="count">${tn(found.length, 'One protocol', '{n} protocols')}</p>
  ${protocolCards(
    found,
    ({ id }) => `/groups/new?protocol=${id}`,
    ({ id }) => html`<p><a href="/protocols/${id}">${t('What it is, and what stands behind it')}</a></p>`,
  )}
`;

interface NewGroup {
  form: { action: string; values?: FormState['values']; errors?: FormState['errors'] };
  protocol: Protocol;
  draft: FormState['values'] | undefined;
  hours: MyHours;
  /** What the school works on this year with the protocol. */
  theme: string | undefined;
  calendar: Calendar;
  firstDay: string;
}

export function newGroupForm({
  form: state,
  protocol,
  draft,
  hours,
  theme,
  calendar,
  firstDay,
}: NewGroup): Html {
  const steps = layOut(protocol, { startsOn: firstDay, terms: protocol.terms[0]! }, calendar).map(
    ({ step }) => ({
      minutes: step.minutes,
      in_school_day: step.inSchoolDay,
      required: step.required,
    }),
  );
  const { all, inSchoolDay } = workloadOf(steps);
  return html`<p>${protocol.plain}</p>
    <p>
      ${tn(protocol.groupSize.max, 'For one person.', 'For {min} to {n} people.', { min: protocol.groupSize.min })}
      ${t('It asks {all} of each, {inside} of it in the school day, over {weeks}.', {
        all: formatMinutes(all),
        inside: formatMinutes(inSchoolDay),
        weeks: tn(protocol.weeks, 'one week', '{n} teaching weeks'),
      })}
      <a href="/protocols/${protocol.id}">${t('What it is, and what stands behind it')}</a>
    </p>
    ${theme && html`<p>${t('The school’s theme of the year: {theme}', { theme })}</p>`}
    ${hoursBeside(hours, { title: t('This group'), minutes: all, inSchoolDay })}
    ${form(
      {
        ...state,
        values: state.values ??
          draft ?? { starts_on: firstDay, terms: protocol.terms[0], joining: 'invited', seen: 'yes' },
        button: t('Start the group'),
        draft: newGroupDraft(protocol),
        hidden: {
          protocol: protocol.id,
          ...(protocol.terms.length === 1 ? { terms: protocol.terms[0] } : {}),
        },
      },
      (f) => html`
        ${f.text({ name: 'title', label: t('Name of the group'), required: true, maxlength: 120, hint: t('As you would say it to a colleague: “Fractions in Year 4”.') })}
        ${f.textarea({ name: 'question', label: t('What do you want to find out, and for which pupils?'), rows: 3, hint: t('A first idea is enough; the group can put it in other words.') })}
        ${f.text({ name: 'subject', label: t('Subject or area'), maxlength: 80, hint: t('It helps to find people.') })}
        ${f.text({ name: 'phase', label: t('Years or ages'), maxlength: 80 })}
        ${f.date({ name: 'starts_on', label: t('First day'), required: true, hint: t('The steps are laid on teaching weeks from here; holidays and closures are stepped over.') })}
        ${
          protocol.terms.length > 1
            ? f.radios({
                name: 'terms',
                label: t('Over how many terms?'),
                required: true,
                options: protocol.terms.map((terms) => ({
                  value: terms,
                  label: tn(terms, 'One term', '{n} terms'),
                })),
              })
            : ''
        }
        ${f.radios({
          name: 'joining',
          label: t('Who may come into it?'),
          required: true,
          options: [
            { value: 'invited', label: t('Those whom somebody in the group asks') },
            { value: 'open', label: t('Anybody may ask to join; the group answers') },
          ],
        })}
        ${f.checkbox({
          name: 'seen',
          label: t('All staff may see that the group runs'),
          hint: seenHint(),
        })}
        ${replacesField(f)}
      `,
    )}`;
}
