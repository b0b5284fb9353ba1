import { isId } from '#platform/db/ids.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { members, page } from '#platform/http/route.ts';
import { clockIn } from '#platform/calendar/local-time.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { concernsPath, newConcernPath } from './addresses.ts';
import { selectForNew } from './concerns.queries.ts';
import type { Appointer, Named } from './settings.ts';

export const namesOf = (named: readonly Appointer[]): string => formatList(named.map(({ name }) => name));

/** Who will read it, by name: whoever writes should know before they write. */
export const concernAudience = (named: readonly Named[]): AudienceNote => ({
  icon: 'private',
  words:
    named.length === 0
      ? t('You alone, until somebody is named for safeguarding')
      : t('You, and those named for safeguarding: {names}', { names: namesOf(named) }),
  why: t(
    'Nobody else can open it, whatever their role: no line manager, no office, no colleague, not the child and not the family. Each time one of those named opens it, that is kept.',
  ),
});

/** Said before anybody writes, and after: what is sent reaches nobody yet. */
export const nobodyReads = (appointers: readonly Appointer[]): Html =>
  notice(
    'caution',
    html`${t(
      'Tell whoever runs the school in person today. If the child is in danger now, call the emergency services; otherwise you can ring the children’s services of your council.',
    )}
    ${
      appointers.length > 0
        ? t(
            'What you write here is kept. {names} can name somebody and are told that they must; whoever is named reads it.',
            {
              names: namesOf(appointers),
            },
          )
        : t('What you write here is kept, and whoever is named later reads it.')
    }`,
    t('Nobody at this school is named for safeguarding yet.'),
  );

/** Somebody is worried about a child and writes it down, on a phone, at once. It is kept nowhere on the device. */
export const newConcernPage = page(newConcernPath, {
  purpose: 'safeguarding',
  access: members('staff'),
  load(visit) {
    const { about } = visit.query;
    return selectForNew(visit.db, visit.who, {
      today: visit.today,
      ...(about !== undefined && isId(about) && { about }),
    });
  },
  view: ({ pupils, chosen, named, appointers }, visit) => ({
    title: t('I am worried about a child'),
    audience: concernAudience(named),
    trail: [{ label: t('Concerns'), href: concernsPath }],
    body: html`${
      named.length === 0
        ? nobodyReads(appointers)
        : notice(
            'caution',
            t('Go and tell {names} in person, or call the emergency services. Write afterwards.', {
              names: namesOf(named),
            }),
            t('Is the child in danger now?'),
          )
    }
    ${form({ ...visit.formAt(concernsPath), button: t('Send it'), cancel: '/today' }, (f) => [
      (pupils.length > 0 || chosen.length > 0) &&
        f.select({
          name: 'pupil',
          label: t('About whom'),
          unmarked: true,
          initial: chosen[0]?.personId ?? '',
          options: [
            { value: '', label: t('A child I name below') },
            ...chosen.map(({ personId, name }) => ({ value: personId, label: name })),
            ...pupils
              .filter(({ personId }) => personId !== chosen[0]?.personId)
              .map(({ personId, name, unit }) => ({ value: personId, label: `${name}, ${unit}` })),
          ],
        }),
      f.text({
        name: 'about',
        label: t('The child’s name'),
        hint: t(
          'Only where you have not chosen one. As much as you know will do: “a girl in Year 2 with a red coat”.',
        ),
        unmarked: true,
        autocomplete: 'off',
        maxlength: 200,
      }),
      f.textarea({
        name: 'saw',
        label: t('What did you see or hear?'),
        hint: t('Facts first. Say what is your own thought.'),
        required: true,
        rows: 4,
        maxlength: 8000,
      }),
      f.textarea({
        name: 'said',
        label: t('What did the child say?'),
        hint: t('In the child’s own words, as near as you can. Do not ask the child for more.'),
        rows: 3,
        maxlength: 8000,
      }),
      f.date({
        name: 'on',
        label: t('On which day?'),
        required: true,
        initial: visit.today,
        max: visit.today,
      }),
      f.time({
        name: 'at',
        label: t('At what time?'),
        initial: clockIn(visit.now, visit.who.standing.organisation.zone),
      }),
      f.text({ name: 'place', label: t('Where?'), maxlength: 200 }),
      f.radios({
        name: 'danger',
        label: t('Could the child be in danger today?'),
        required: true,
        options: [
          {
            value: 'yes',
            label: t('Yes'),
            hint: t('Everybody who is named is told at once. Tell one of them in person too.'),
          },
          { value: 'no', label: t('No') },
        ],
      }),
      f.text({ name: 'told', label: t('Whom have you told already?'), maxlength: 200 }),
    ])}`,
  }),
});
