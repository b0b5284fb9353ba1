import type { Visit } from '#platform/http/context.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { concernHref } from './addresses.ts';
import { handledKinds, kindInWords } from './concern.ts';
import type { OpenedConcern } from './open-concern.ts';

/** What those who are named do: say which child, add, connect, close. */
export function handlingForms(opened: OpenedConcern, visit: Visit): Html {
  const { concern } = opened;
  return html`${sayWhich(opened, visit)} ${concern.closedAt === null && addEntry(opened, visit)}
  ${connect(opened, visit)} ${concern.closedAt === null ? close(opened, visit) : reopen(opened, visit)}`;
}

/** Which child is meant; folded away where that is known, for a wrong one. */
export function sayWhich({ concern }: OpenedConcern, visit: Visit): Html {
  const state = visit.formAt(concernHref(concern.id, '/child'));
  const known = concern.pupilId !== null;
  const says = form({ ...state, button: t('It is this child'), quiet: known }, (f) =>
    f.text({
      name: 'name',
      label: t('First name and family name, as on the school’s list'),
      required: true,
      maxlength: 200,
      autocomplete: 'off',
    }),
  );
  if (known) return details(t('It is about another child'), says, state.errors !== undefined);
  return html`<section>
    <h2>${t('Which child is meant?')}</h2>
    ${says}
  </section>`;
}

function addEntry({ concern }: OpenedConcern, visit: Visit): Html {
  const action = concernHref(concern.id, '/entries');
  return html`<section>
    <h2>${t('Write down what was done')}</h2>
    ${form(
      { ...visit.formAt(action), button: t('Write it down'), hidden: { review_was: concern.reviewOn ?? '' } },
      (f) => [
        f.select({
          name: 'kind',
          label: t('What it is'),
          required: true,
          initial: 'action',
          options: handledKinds.map((value) => ({ value, label: kindInWords(value) })),
        }),
        f.textarea({
          name: 'text',
          label: t('In words'),
          hint: t(
            'A decision with its reason, also a decision to do nothing. It cannot be changed afterwards, only added to.',
          ),
          required: true,
          rows: 4,
          maxlength: 8000,
        }),
        f.text({
          name: 'whom',
          label: t('To or from whom'),
          hint: t('Of a referral and of its answer: the service and the person.'),
          maxlength: 200,
        }),
        f.date({ name: 'on', label: t('On'), required: true, initial: visit.today, max: visit.today }),
        f.date({
          name: 'review_on',
          label: t('Look at it again on'),
          hint: t('It waits for those who are named from that day on.'),
          initial: concern.reviewOn ?? '',
          min: visit.today,
        }),
      ],
    )}
  </section>`;
}

function connect({ concern, others }: OpenedConcern, visit: Visit): Html | false {
  const action = concernHref(concern.id, '/link');
  const state = visit.formAt(action);
  return (
    others.length > 0 &&
    details(
      t('It belongs together with another concern'),
      form({ ...state, button: t('Connect them'), quiet: true }, (f) => [
        f.select({
          name: 'other',
          label: t('Which one'),
          required: true,
          options: others.map(({ id, child, createdAt }) => ({
            value: id,
            label: t('{child}, {day}', { child, day: formatDate(createdAt) }),
          })),
        }),
        f.text({ name: 'text', label: t('Why'), required: true, maxlength: 400 }),
      ]),
      state.errors !== undefined,
    )
  );
}

function close({ concern }: OpenedConcern, visit: Visit): Html {
  const action = concernHref(concern.id, '/close');
  const state = visit.formAt(action);
  return details(
    t('Close this concern'),
    form({ ...state, button: t('Close it'), quiet: true }, (f) =>
      f.textarea({
        name: 'text',
        label: t('Why can it be closed?'),
        required: true,
        rows: 3,
        maxlength: 8000,
      }),
    ),
    state.errors !== undefined,
  );
}

function reopen({ concern }: OpenedConcern, visit: Visit): Html {
  const action = concernHref(concern.id, '/reopen');
  return form({ ...visit.formAt(action), button: t('Open it again'), quiet: true }, (f) =>
    f.textarea({
      name: 'text',
      label: t('Why is it opened again?'),
      required: true,
      rows: 3,
      maxlength: 8000,
    }),
  );
}
