import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { type Fields, form } from '#ui/form.ts';
import { html, type Value } from '#ui/html.ts';
import { type Companion, selectCompanions } from './group.queries.ts';

const address = '/my-learning/observations/new';

/** Where one asks for an observation in this group: a partnership, a pairing or a programme. */
export const newObservationHref = (circleId: string): string => `${address}?group=${circleId}`;

/** The two people who will be able to see it, before anything is saved. */
const twoOfYou = () => ({
  icon: 'people' as const,
  words: t('The two of you, once you send it'),
  why: t('The observed teacher decides whether anybody else may read it. Line managers are kept out.'),
});

/** Proposes an observation. `?group=` (a circle) or `?programme=` (its word) narrows to those with whom one is in it. */
export const newObservationPage = page(address, {
  purpose: 'learning',
  access: members('staff', 'guest'),
  async load(visit) {
    const [companions, draft] = [
      await selectCompanions(visit.db, visit.who, visit.today),
      await visit.draft('observation:new'),
    ];
    return { companions, draft };
  },
  view({ companions, draft }, visit) {
    const { query } = visit;
    const { values, errors } = visit.formAt(address);
    const shown = companions.filter(
      (each) =>
        !each.managers &&
        (!query.programme || each.slug === query.programme) &&
        (!query.group || each.circleId === query.group),
    );
    const [only, another] = shown;
    return {
      title: t('Agree an observation'),
      audience: twoOfYou(),
      trail: [{ label: t('My observations'), href: '/my-learning/observations' }],
      body: !only
        ? empty({
            says: t(
              'There is nobody yet with whom to agree one. You can observe and be observed by your partners and your coach, and be observed by the specialist of your programme.',
            ),
            todo: { label: t('See your programmes'), href: '/my-learning' },
          })
        : form(
            {
              action: address,
              button: t('Ask for this observation'),
              values: { minutes: 60, ...(!another && { with: withValue(only) }), ...draft, ...values },
              errors,
              draft: 'observation:new',
            },
            (f) => [whomFields(f, shown), whenFields(f)],
          ),
    };
  },
});

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

/** Whether one is the specialist of all their programmes: then there is no question of who teaches. */
const asSpecialist = (companions: readonly Companion[]): boolean =>
  companions.every(({ circleKind, meSpecialist }) => circleKind === 'programme' && meSpecialist);

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
