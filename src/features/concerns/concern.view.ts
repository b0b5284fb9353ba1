import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatMoment, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { chronologyHref, concernHref, concernsPath } from './addresses.ts';
import { type Concern, type Entry, kindInWords } from './concern.ts';
import { handlingForms, sayWhich } from './handling.view.ts';
import { namesOf, nobodyReads } from './new-concern.page.ts';
import { whoLooks } from './settings.ts';
import type { OpenedConcern } from './open-concern.ts';

export function concernView(opened: OpenedConcern, visit: Visit): Html {
  const { concern, entries, handles, isAuthor } = opened;
  return html`${standing(opened)} ${handles && concern.seenAt === null && seenForm(concern)}
  ${concernFacts(concern)}
  ${
    entries.length > 0 &&
    html`<section>
      <h2>${handles ? t('What was done since') : t('What you added')}</h2>
      <ol class="concern-entries">
        ${entries.map((entry) => html`<li>${oneEntry(entry)}</li>`)}
      </ol>
    </section>`
  }
  ${handles ? handlingForms(opened, visit) : isAuthor && concern.seenAt === null && sayWhich(opened, visit)}
  ${isAuthor && addMore(concern, visit)}
  ${quietActions([
    ...(handles && concern.pupilId !== null
      ? [
          {
            label: t('Everything about this child, in order'),
            href: chronologyHref(concern.pupilId),
            icon: 'history' as const,
          },
        ]
      : []),
    { label: t('Concerns'), href: concernsPath, icon: 'back' as const },
  ])}`;
}

/** Whether somebody has looked: the first thing a writer wants to know. */
function standing({ concern, named, appointers, handles }: OpenedConcern): Html {
  if (concern.seenBy !== null && concern.seenAt !== null)
    return html`${notice('good', t('Seen by {name}, {when}.', { name: concern.seenBy, when: formatMoment(concern.seenAt) }))}
    ${handles && concern.closedAt !== null && notice('info', t('Closed, {when}.', { when: formatMoment(concern.closedAt) }))}`;
  if (named.length === 0) return nobodyReads(appointers);
  return notice(
    'caution',
    handles
      ? concern.passedOnAt === null
        ? t('If nobody says so by {when}, all who are named are told.', {
            when: formatMoment(concern.lookBy),
          })
        : t('On {when} all who are named were told.', { when: formatMoment(concern.passedOnAt) })
      : t('It went to {names}. If it cannot wait, go and tell one of them in person.', {
          names: namesOf(whoLooks(named, concern)),
        }),
    t('Nobody has said yet that they have looked.'),
  );
}

const seenForm = ({ id }: Concern): Html =>
  form({ action: concernHref(id, '/seen'), button: t('I have seen this and am dealing with it') });

/** What was written first. */
export const concernFacts = (concern: Concern): Html =>
  definitionList([
    { term: t('About'), says: html`<bdi>${concern.pupil ?? concern.about}</bdi>` },
    {
      term: t('In the writer’s words'),
      says: concern.pupil !== null && concern.pupil !== concern.about && concern.about,
    },
    { term: t('What was seen or heard'), says: written(concern.saw) },
    { term: t('What the child said'), says: concern.said !== '' && written(concern.said) },
    {
      term: t('When'),
      says: [formatDate(concern.happenedOn), concern.happenedAt].filter(Boolean).join(', '),
    },
    { term: t('Where'), says: concern.place },
    { term: t('Could be in danger that day'), says: concern.danger ? t('Yes') : t('No') },
    { term: t('Told already'), says: concern.toldWhom },
    {
      term: t('Written by'),
      says: t('{name}, {when}', { name: concern.author, when: formatMoment(concern.createdAt) }),
    },
    { term: t('To be looked at again'), says: concern.reviewOn !== null && formatDate(concern.reviewOn) },
  ]);

const written = (text: string): Html => html`<span class="as-written" dir="auto">${text}</span>`;

export const oneEntry = (entry: Entry): Html =>
  html`<p>
      <strong>${kindInWords(entry.kind)}</strong
      >${entry.whom !== '' && html`: <span dir="auto">${entry.whom}</span>`}
      <span class="meta"
        >${t('{day}. Written by {name}, {when}', { day: formatDate(entry.onDate), name: entry.writtenBy, when: formatMoment(entry.createdAt) })}</span
      >
    </p>
    ${entry.text !== '' && html`<p>${written(entry.text)}</p>`}
    ${entry.otherId !== null && html`<p><a href="${concernHref(entry.otherId)}">${t('The other concern')}</a></p>`}`;

function addMore({ id }: Concern, visit: Visit): Html {
  const action = concernHref(id, '/more');
  return html`<section>
    <h2>${t('Add something')}</h2>
    <p>${t('What you wrote stays as it is. What you remember later stands under it.')}</p>
    ${form({ ...visit.formAt(action), button: t('Add this') }, (f) =>
      f.textarea({ name: 'text', label: t('What else?'), required: true, rows: 3, maxlength: 8000 }),
    )}
  </section>`;
}
