import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice, optionalId, optionalLine } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { arrange } from './arrange.ts';
import { coverKeepers } from './cover.access.ts';
import { dayHref, hows } from './cover.ts';
import { loadSlot, slotPage, slotPath } from './slot.page.ts';

/** Arranges one class: by the suggestion, or by hand. Whoever is asked hears of it at once. */
export const arrangeOne = action(slotPath, {
  purpose: 'administration',
  access: roles(...coverKeepers),
  page: slotPage,
  input: z.object({
    how: choice(hows, 'Choose what happens with the class.'),
    person: optionalId(),
    words: optionalLine(120),
    was: z.string().max(36).default(''),
  }),
  async run(change, { how, person, words, was }) {
    const { gap, colleagues } = await loadSlot(change);
    if (gap.on < change.today) throw new Refused(t('This day is over.'));
    const needsPerson = how === 'colleague' || how === 'combined';
    const colleague = needsPerson ? colleagues.find(({ personId }) => personId === person) : undefined;
    if (how === 'colleague' && !colleague) throw new Refused({ person: t('Choose who takes the class.') });
    if (colleague?.personId === gap.personId) throw new Refused({ person: t('This is who is away.') });
    const [outcome] = await arrange(change, [{ gap, how, person: colleague ?? null, words, was }], null);
    if (!outcome || 'why' in outcome)
      throw new Refused({ [colleague ? 'person' : '']: outcome?.why ?? t('Nothing was arranged.') });
    await change.record({
      kind: 'cover.arranged',
      itemId: outcome.id,
      body: { absenceId: gap.absenceId, how },
      tell: true,
    });
    return see(
      dayHref(gap.on, change.today),
      colleague
        ? t('{name} is asked to take {unit} at {time}.', {
            name: colleague.name,
            unit: gap.unit,
            time: gap.startsAt,
          })
        : t('{unit} at {time} is arranged.', { unit: gap.unit, time: gap.startsAt }),
      `/cover/arranged/${outcome.id}/undo`,
    );
  },
});
