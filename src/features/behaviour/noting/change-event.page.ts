import { members, page } from '#platform/http/route.ts';
import type { Visit } from '#platform/http/context.ts';
import { NotAllowed } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { eventHref } from '../addresses.ts';
import { staffOfPupil } from '../behaviour.access.ts';
import { mostWords, seens, seenInWords, settingInWords, settings } from '../behaviour.ts';
import { nameMayStand } from './note-form.view.ts';
import { eventTitle, trailOfPupil } from './event.page.ts';
import { selectEvent, type StaffEvent } from './event.queries.ts';

/** The event in the address, where this person may change it. */
export async function ownEventOf({ db, who, params, today }: Visit) {
  const found = await selectEvent(db, who, params.event!, today);
  mustChange(found.event);
  return found;
}

/** Throws `NotAllowed` for whoever may read it and not change it. */
export function mustChange({ mine, writtenBy }: StaffEvent): void {
  if (!mine)
    throw new NotAllowed(
      t('Whoever noted it can change it, and those who read of every pupil.'),
      t('Ask {name}.', { name: writtenBy }),
    );
}

/** An event put right. How it was before stays readable for those who read it. */
export const changeEventPage = page(eventHref(':event', 'change'), {
  purpose: 'administration',
  access: members('staff'),
  load: ownEventOf,
  view: ({ event, categories }, visit) => {
    const at = eventHref(event.id, 'change');
    const state = visit.formAt(at);
    return {
      title: t('Put right: {what}', { what: eventTitle(event) }),
      audience: staffOfPupil(),
      trail: [...trailOfPupil(event), { label: event.category, href: eventHref(event.id) }],
      body: form(
        {
          values: {
            category: event.categoryId,
            words: event.words,
            on: event.on,
            at: event.at ?? '',
            place: event.place,
            seen: event.seen,
          },
          ...state,
          hidden: { version: event.version },
          button: t('Save it'),
          cancel: eventHref(event.id),
        },
        (f) => [
          f.select({
            name: 'category',
            label: t('What it was'),
            required: true,
            options: [
              ...categories.filter(({ tone }) => tone === event.tone),
              // One that was taken off the list stays choosable where it was chosen.
              ...(categories.some(({ id }) => id === event.categoryId)
                ? []
                : [{ id: event.categoryId, name: event.category }]),
            ].map(({ id, name }) => ({ value: id, label: name })),
          }),
          f.textarea({ name: 'words', label: t('In words'), rows: 3, maxlength: mostWords }),
          state.errors?.['words'] !== undefined && nameMayStand(f),
          f.date({ name: 'on', label: t('Day'), required: true, max: visit.today }),
          f.time({ name: 'at', label: t('Time') }),
          f.select({
            name: 'place',
            label: t('Where'),
            required: true,
            options: settings.map((value) => ({ value, label: settingInWords(value) })),
          }),
          f.radios({
            name: 'seen',
            label: t('Who reads it'),
            required: true,
            options: seens.map((value) => ({ value, label: seenInWords(value) })),
          }),
        ],
      ),
    };
  },
});
