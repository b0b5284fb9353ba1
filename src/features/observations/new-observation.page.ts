import { isId } from '#platform/db/ids.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { type Fields, form } from '#ui/form.ts';
import { html, type Value } from '#ui/html.ts';
import { type Companion, selectCompanions } from './group.queries.ts';
import { observationHref } from './observation.ts';
import { type Plan, selectPlan } from './plan.queries.ts';

const address = '/my-learning/observations/new';

/** The two people who will be able to see it, before anything is saved. */
const twoOfYou = () => ({
  icon: 'people' as const,
  words: t('The two of you, once you send it'),
  why: t('The observed teacher decides whether anybody else may read it. Line managers are kept out.'),
});

/**
 * Proposes an observation. `?programme=` (its word) narrows to a programme. `?partnership=` and `?plan=` open
 * one that a partnership has planned in its agreement: who, when and where are known already.
 */
export const newObservationPage = page(address, {
  purpose: 'learning',
  access: members('staff', 'guest'),
  async load(visit) {
    const returned = visit.formAt(address);
    const plan = await plannedFor(visit, returned.values ?? {});
    if (plan?.recordId && !returned.values) return see(observationHref({ id: plan.recordId }));
    const key = plan ? `observation:of-${plan.id}` : 'observation:new';
    const [companions, draft] = [
      await selectCompanions(visit.db, visit.who, visit.today),
      await visit.draft(key),
    ];
    return { returned, plan, key, companions, draft };
  },
  view({ returned: { values, errors }, plan, key, companions, draft }, visit) {
    const { query } = visit;
    const shown = companions.filter(
      (each) =>
        !each.managers &&
        (!query.programme || each.slug === query.programme) &&
        (!query.partnership || each.circleId === query.partnership) &&
        (!plan || isIn(plan, each)),
    );
    return {
      title: plan ? t('Prepare the observation') : t('Agree an observation'),
      audience: twoOfYou(),
      trail: [{ label: t('My observations'), href: '/my-learning/observations' }],
      body:
        shown.length === 0
          ? empty({
              says: t(
                'There is nobody yet with whom to agree one. You can observe and be observed by your partners, and be observed by the specialist of your programme.',
              ),
              todo: { label: t('See your programmes'), href: '/my-learning' },
            })
          : form(
              {
                action: address,
                button: plan ? t('Open its page') : t('Ask for this observation'),
                values: {
                  minutes: 60,
                  ...(plan && { on_date: plan.on, starts_at: plan.startsAt, place: plan.place }),
                  ...draft,
                  ...values,
                },
                errors,
                draft: key,
                hidden: plan && {
                  plan: plan.id,
                  with: withValue(shown[0]!),
                  role: roleIn(plan, visit.who.personId),
                },
              },
              (f) => [
                plan ? plannedWords(plan, shown[0]!, visit.who.personId) : whomFields(f, shown),
                whenFields(f),
              ],
            ),
    };
  },
});

/** The plan that the address names, or the form that came back. */
async function plannedFor(visit: Visit, sent: Readonly<Record<string, unknown>>): Promise<Plan | undefined> {
  const planId = String(visit.query.plan ?? sent.plan ?? '');
  const circleId = String(visit.query.partnership ?? sent.with ?? '').split(' ')[0]!;
  if (!isId(planId) || !isId(circleId)) return undefined;
  return selectPlan(visit.db, visit.organisationId, { circleId, planId, personId: visit.who.personId });
}

/** Whether a plan is between oneself and this companion, in the partnership that planned it. */
export const isIn = ({ circleId, observerId, observedId }: Plan, companion: Companion): boolean =>
  companion.circleId === circleId && [observerId, observedId].includes(companion.personId);

/** What one does oneself in a planned observation. */
export const roleIn = ({ observedId }: Plan, personId: string): 'observed' | 'observer' =>
  observedId === personId ? 'observed' : 'observer';

const plannedWords = (plan: Plan, { name }: Companion, me: string): Value =>
  html`<p>
    ${
      roleIn(plan, me) === 'observed'
        ? t('{name} observes you, as your agreement says.', { name })
        : t('You observe {name}, as your agreement says.', { name })
    }
    ${t('If it stays on the day and at the time you agreed, nobody has to say yes again.')}
  </p>`;

const whomFields = (f: Fields, companions: readonly Companion[]): Value => html`
  ${f.select({
    name: 'with',
    label: asSpecialist(companions) ? t('Whose lesson do you watch?') : t('With whom'),
    required: true,
    options: companions.map((each) => ({ value: withValue(each), label: each.name, group: each.circle })),
  })}
  ${
    asSpecialist(companions)
      ? html`<input type="hidden" name="role" value="observer" />`
      : f.radios({
          name: 'role',
          label: t('Who teaches?'),
          required: true,
          options: [
            { value: 'observed', label: t('I teach and am observed') },
            { value: 'observer', label: t('They teach and I observe') },
          ],
        })
  }
`;

/** Whether one is the specialist to all of them: then there is no question of who teaches. */
const asSpecialist = (companions: readonly Companion[]): boolean =>
  companions.every(({ meSpecialist }) => meSpecialist);

export const withValue = ({ circleId, personId }: Companion): string => `${circleId} ${personId}`;

/** When, where, with which pupils, and what to look for: for proposing and for moving. */
export const whenFields = (f: Fields): Value => html`
  ${f.date({ name: 'on_date', label: t('Day'), required: true })}
  ${f.time({ name: 'starts_at', label: t('Time it begins') })}
  ${f.number({ name: 'minutes', label: t('How long, in minutes'), required: true, min: 5, max: 300 })}
  ${f.text({ name: 'place', label: t('Where') })}
  ${f.text({ name: 'pupils', label: t('Which pupils'), hint: t('A class or a group. Leave names out.') })}
  ${f.textarea({
    name: 'focus',
    label: t('What to look for'),
    hint: t('The observed teacher chooses it: what pupils do, say or make. It can be added later.'),
    rows: 3,
  })}
`;
