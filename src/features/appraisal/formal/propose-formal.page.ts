import { NotAllowed } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { sourceLine } from '#features/evidence/index.ts';
import { role } from '#features/people/index.ts';
import { empty } from '#ui/empty.ts';
import { type Fields, form } from '#ui/form.ts';
import { html, type Value } from '#ui/html.ts';
import { selectObservable } from './formal-observation.queries.ts';

export const proposeAddress = '/appraisal/observations/new';
const draftKey = 'formal-observation:new';

/** Throws `NotAllowed` unless one is the head or somebody's line manager. */
export function mustPropose({ who }: Visit): void {
  if (!who.has(role.head) && who.standing.manages.length === 0)
    throw new NotAllowed('Formal observations are proposed by line managers and the head.');
}

/** Proposes a formal observation. `?person=` chooses of whom. */
export const proposeFormalPage = page(proposeAddress, {
  purpose: 'appraisal',
  access: members('staff'),
  async load(visit) {
    mustPropose(visit);
    return {
      people: await selectObservable(visit.db, visit.who, visit.today),
      draft: await visit.draft(draftKey),
    };
  },
  view({ people, draft }, visit) {
    const { values, errors } = visit.formAt(proposeAddress);
    const chosen = visit.query.person ? { person: visit.query.person } : {};
    return {
      title: t('Propose a formal observation'),
      audience: {
        icon: 'people',
        words: t('You, the teacher and the teacher’s line manager, once you send it'),
        why: t('Nobody else reads it, whatever their role.'),
      },
      trail: [{ label: t('Appraisal'), href: '/appraisal' }],
      body:
        people.length === 0
          ? empty({ says: t('There is nobody whose lesson you could observe formally.') })
          : html`<p>
                ${t('If you coach or mentor this teacher, let somebody else observe formally: a coach who also judges is hard to be open with.')}
              </p>
              ${sourceLine({
                document: 'S3',
                study: 'Henderson, Brookburn Primary School',
                place: 'Our coaching model for teachers',
              })}
              ${form(
                {
                  action: proposeAddress,
                  button: t('Propose it'),
                  // The address says of whom; a draft may be about somebody else.
                  values: { minutes: 40, ...draft, ...chosen, ...values },
                  errors,
                  draft: draftKey,
                  cancel: '/appraisal',
                },
                (f) => [
                  f.select({
                    name: 'person',
                    label: t('Whose lesson'),
                    required: true,
                    options: people.map(({ personId, name }) => ({ value: personId, label: name })),
                  }),
                  whenFields(f),
                ],
              )}`,
    };
  },
});

/** When, where and what it is about: for proposing and for moving. */
export const whenFields = (f: Fields): Value => html`
  ${f.date({ name: 'on_date', label: t('Day'), required: true })}
  ${f.time({ name: 'starts_at', label: t('Time it begins') })}
  ${f.number({ name: 'minutes', label: t('How long, in minutes'), required: true, min: 5, max: 300 })}
  ${f.text({ name: 'place', label: t('Where') })}
  ${f.textarea({ name: 'focus', label: t('What it is about'), rows: 3 })}
`;
