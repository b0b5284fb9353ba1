import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { page, roles } from '#platform/http/route.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { weekdayName, weekdays } from '#features/people/index.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { coverKeepers, keepersAudience } from './cover.access.ts';
import { personHref, termPath } from './cover.ts';
import {
  keptFreeInWords,
  keptFreeKindInWords,
  keptFreeKinds,
  keptFreeList,
  type KeptFree,
} from './kept-free.ts';
import type { Colleague } from './suggest.ts';
import { askedInWords } from './term.page.ts';

export interface CoverPerson {
  name: string;
  asked: Colleague['asked'];
  version: number;
}

const ask = composed((who, { personId, today }: Given<{ personId: string; today: string }>) => ({
  person:
    list<CoverPerson>(sql`select p.name, coalesce(s.asked, 'usual') as asked, coalesce(s.version, 0) as version
    from member m join person p on p.id = m.person_id
    left join cover_person s on s.owner_id = ${who.organisationId} and s.person_id = m.person_id
    where m.owner_id = ${who.organisationId} and m.person_id = ${personId} and m.kind = 'staff' and ${current('m', today)}`),
  keptFree: keptFreeList(who.organisationId, sql`k.person_id = ${personId}`),
}));

/** Throws `NotFound` for who is not on the staff. */
export async function loadPerson({ db, who, params, today }: Visit) {
  const personId = params.person!;
  if (!isId(personId)) throw new NotFound();
  const { person, keptFree } = await ask(db, who, { personId, today });
  if (!person[0]) throw new NotFound();
  return { ...person[0], personId, keptFree };
}

/** How somebody is asked to cover, and when not. */
export const personPage = page(personHref(':person'), {
  purpose: 'administration',
  access: roles(...coverKeepers),
  load: loadPerson,
  view: (data, visit) => ({
    title: t('How {name} is asked to cover', { name: data.name }),
    audience: keepersAudience(t('The person sees their own times kept free on the page of this term.')),
    trail: [{ label: t('Cover this term'), href: termPath }],
    body: html`${askedForm(data, visit)}
      <h2>${t('Kept free of cover')}</h2>
      ${countedList({
        says: t('Times of each week in which nobody is suggested to ask them'),
        withEnd: true,
        items: data.keptFree.map((each) => keptFreeLine(each, data.personId)),
        empty: t(
          'No time is kept free. Times in a lesson, in the diary or outside the hours of work are never suggested anyway.',
        ),
      })}
      ${addForm(data.personId, visit)}`,
  }),
});

const askedForm = ({ personId, asked, version }: { personId: string } & CoverPerson, visit: Visit): Html =>
  form({ ...visit.formAt(personHref(personId)), button: t('Save'), hidden: { version } }, (f) =>
    f.radios({
      name: 'asked',
      label: t('They are asked'),
      required: true,
      initial: asked,
      options: (Object.keys(askedInWords) as Colleague['asked'][]).map((value) => ({
        value,
        label: askedInWords[value](),
      })),
    }),
  );

const keptFreeLine = (each: KeptFree, personId: string): Html =>
  html`<span>${keptFreeInWords(each)}</span> ${form({
      action: personHref(personId, `free/${each.id}/end`),
      button: t('Take it out'),
      quiet: true,
      describe: t('Take it out: {time}', { time: keptFreeInWords(each) }),
    })}`;

const addForm = (personId: string, visit: Visit): Html =>
  form(
    { ...visit.formAt(personHref(personId, 'free')), button: t('Keep it free'), quiet: true },
    (f) =>
      html`${f.select({
        name: 'weekday',
        label: t('Day'),
        required: true,
        options: weekdays.slice(0, 5).map((day) => ({ value: day, label: weekdayName[day]() })),
      })}
      ${f.time({ name: 'from', label: t('From'), required: true })}
      ${f.time({ name: 'until', label: t('Until'), required: true })}
      ${f.select({
        name: 'kind',
        label: t('For'),
        required: true,
        initial: 'planning',
        options: keptFreeKinds.map((kind) => ({ value: kind, label: keptFreeKindInWords[kind]() })),
      })}`,
  );
