import { togetherAudience } from '../audience.ts';
import { page, see } from '#platform/http/route.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { selectDates } from '#features/organisation/index.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { openTogether } from '../open-together.ts';
import { nameIn, stateOf, type Together, togetherHref, togetherTrail } from '../together.ts';
import { fieldOf, partsOf, textFields } from './agreement-parts.ts';
import { agreementText } from './agreement-text.view.ts';
import { lookAgainDay } from './look-again-day.ts';

/** Where the people of a pairing write what they agree, and change it later. */
export const writeAgreementPage = page('/coaching/:coaching/agreement/write', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const { item, together } = await openTogether(visit, 'write');
    const href = togetherHref(together, 'agreement/write');
    // What somebody wrote while it ended is given back to them rather than lost.
    if (stateOf(together) !== 'agreed' && !visit.arrival.form) return see(togetherHref(together));
    const key = `coaching-agreement:${together.id}`;
    const returned = visit.formAt(href);
    const draft = await visit.draft(key);
    const begunOn = Number((returned.values ?? draft)?.version ?? together.textVersion);
    const proposes = together.lookAgainOn === null && !returned.values && !draft;
    const dates = proposes ? await selectDates(visit.db, together.ownerId, visit.today) : [];
    return { item, together, key, returned, draft, begunOn, dates };
  },
  view({ item, together, key, returned, draft, begunOn, dates }, visit) {
    const stored = Object.fromEntries(textFields(together).map(({ name, text }) => [name, text]));
    return {
      title: together.textVersion === 0 ? t('Write the agreement') : t('Change the agreement'),
      audience: togetherAudience(item, together, visit.who),
      trail: [
        ...togetherTrail(together, visit.who.personId),
        { label: t('What we agree'), href: togetherHref(together, 'agreement') },
      ],
      body: html`${
        together.textVersion > 0 &&
        notice(
          'info',
          t('Saving makes a new version, which each of you signs. The versions before stay in the history.'),
        )
      }
      ${begunOn !== together.textVersion && asItStands(together)}
      ${form(
        {
          ...returned,
          values: returned.values ??
            draft ?? {
              ...stored,
              look_again_on: together.lookAgainOn ?? lookAgainDay(visit.today, together.endsOn, dates),
            },
          action: togetherHref(together, 'agreement/write'),
          button: t('Save'),
          draft: key,
          hidden: { version: together.textVersion },
          cancel: togetherHref(together, 'agreement'),
        },
        (f) => [
          partsOf(together).map((part) =>
            part.kind === 'line'
              ? f.text({ name: fieldOf(part), label: part.title, hint: part.prompt, unmarked: true })
              : f.textarea({
                  name: fieldOf(part),
                  label: part.title,
                  hint: part.prompt,
                  rows: 3,
                  unmarked: true,
                }),
          ),
          f.date({
            name: 'look_again_on',
            label: t('On which day do you look at this again?'),
            hint: t('It then stands on your first pages and in your calendars.'),
          }),
        ],
      )}`,
    };
  },
});

/** What somebody kept as a draft was begun on an older text: this is the newer one. */
const asItStands = (together: Together): Value =>
  together.textVersion > 0 &&
  details(
    t('The text as {name} saved it at {when}', {
      name: nameIn(together, together.writtenBy) ?? t('Somebody'),
      when: formatMoment(together.writtenAt),
    }),
    agreementText(together, together.answers, together.lookAgainOn, 2),
    true,
  );
