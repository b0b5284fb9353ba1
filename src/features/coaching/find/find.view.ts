import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList, filters, pager } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { reasonFor, type Teaching, teachingWords } from '#features/groups/index.ts';
import { type Candidate, type Candidates, perPage } from './candidates.queries.ts';
import { queryOf, type Sought, soughtHref } from './sought.ts';

interface FindView {
  sought: Sought;
  words: string;
  page: number;
  found: Candidates;
}

export function findView({ sought, words, page, found }: FindView): Html {
  const query = { ...queryOf(sought), words };
  const { words: _, ...keep } = query;
  return html`${filters(
    {
      action: '/coaching/find',
      values: { words },
      keep,
      button: t('Find'),
      always: true,
    },
    (f) =>
      f.search({
        name: 'words',
        label: t('A name, or what somebody offers'),
        hint: t('Anybody can be found by name. For example: Bevan; phonics.'),
      }),
  )}
  ${words !== '' && html`<p><a href="${soughtHref('/coaching/find', sought)}">${t('See those who offer')}</a></p>`}
  ${countedList({
    says:
      words === ''
        ? tn(
            found.all,
            'One person offers this and has a place free',
            '{n} people offer this and have a place free',
          )
        : tn(found.all, 'One person fits', '{n} people fit'),
    withEnd: true,
    items: found.people.map((person) => line(sought, person, found.mine)),
    empty: empty({
      says:
        words === ''
          ? t(
              'Nobody offers this just now. Find somebody by name: whoever you ask can prepare before they say yes.',
            )
          : t('Nobody fits. Try a shorter part of the name, or another word.'),
    }),
  })}
  ${pager({ page, pages: Math.ceil(found.all / perPage), path: '/coaching/find', query })}
  ${
    found.managers > 0 &&
    html`<p class="meta">
      ${tn(
        found.managers,
        'One person is not in this list because one of you manages the other.',
        '{n} people are not in this list because one of you manages the other.',
      )}
    </p>`
  }`;
}

function line(sought: Sought, person: Candidate, mine: Teaching | null): Html {
  const why = [
    reasonFor(person, mine ?? undefined, { subject: null, phase: null }) ??
      (teachingWords(person) && t('Teaches {what}', { what: teachingWords(person) })),
    person.jobTitle,
    person.memberKind === 'guest' && (person.comesFrom ?? t('From another profession or place')),
  ].filter(Boolean);
  return html`<span
      >${personName({ name: person.name })} ${person.memberKind === 'guest' && label(t('Guest'))}
      ${person.prepared && label(t('Prepared'), 'check')}
      ${person.manager && label(t('One of you manages the other'))}
      ${why.length > 0 && html`<span class="meta">${why.join('; ')}</span>`} ${said(person)}</span
    >
    ${
      person.together
        ? label(t('With you already, or asked'))
        : html`<a
            class="button secondary"
            href="${soughtHref('/coaching/ask', { ...sought, chosen: [...sought.chosen, person.personId] })}"
            aria-label="${t('Choose {name}', { name: person.name })}"
            >${t('Choose')}</a
          >`
    }`;
}

/** What they say of themselves, as they wrote it, and whether they have a place. */
function said(person: Candidate): Value {
  if (!person.offers) return null;
  const about = [
    person.offeredSubjects && t('Subjects: {words}', { words: person.offeredSubjects }),
    person.offeredPhases && t('Years: {words}', { words: person.offeredPhases }),
    person.place && t('Where: {words}', { words: person.place }),
    person.placesFree !== null &&
      (person.placesFree > 0
        ? tn(person.placesFree, 'Has one place free', 'Has {n} places free')
        : t('Has no place free just now')),
  ].filter((words) => words !== false && words !== null && words !== '');
  return html`<br /><q class="as-written">${person.about}</q><br /><span class="meta"
      >${about.join('; ')}</span
    >`;
}
