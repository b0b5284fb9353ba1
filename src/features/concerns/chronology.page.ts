import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Manner } from '#platform/access/open.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { chronologyHref, concernHref, concernsPath } from './addresses.ts';
import { childOf, type Concern, type Entry } from './concern.ts';
import { concernPolicy } from './concern.policy.ts';
import { concernFacts, oneEntry } from './concern.view.ts';
import { selectChronology } from './concerns.queries.ts';

export interface Chronology {
  pupilId: string;
  child: string;
  concerns: Concern[];
  entries: Entry[];
  prints: { by: string; reason: string; printedAt: Date }[];
}

/** All about one child in order of time, for those who are named. Each concern in it counts as opened. */
export async function openChronology(visit: Visit, manner: Manner = 'page'): Promise<Chronology> {
  const pupilId = visit.params.pupil!;
  if (!isId(pupilId)) throw new NotFound();
  const lists = await selectChronology(visit.db, visit.who, { pupilId });
  if (!lists.concerns[0]) throw new NotFound();
  for (const { id, authorId } of lists.concerns)
    visit.noteOpened({ ownerId: visit.organisationId, id, kind: concernPolicy.kind, authorId }, manner);
  return { pupilId, child: childOf(lists.concerns[0]), ...lists };
}

export const chronologyPage = page(chronologyHref(':pupil'), {
  purpose: 'safeguarding',
  access: concernPolicy,
  load: (visit) => openChronology(visit),
  view: (chronology, visit) => ({
    title: t('Everything about {child}, in order', { child: chronology.child }),
    audience: namedAudience(),
    trail: [{ label: t('Concerns'), href: concernsPath }],
    body: html`${chronologyBody(chronology, true)}
      <section>
        <h2>${t('Print it')}</h2>
        <p>${t('Who printed it and why is kept here.')}</p>
        ${form(
          { ...visit.formAt(chronologyHref(chronology.pupilId, '/print')), button: t('Make the sheets') },
          (f) => f.text({ name: 'reason', label: t('Why, and for whom?'), required: true, maxlength: 300 }),
        )}
        ${countedList({
          says: tn(chronology.prints.length, 'Printed {n} time', 'Printed {n} times'),
          items: chronology.prints.map(
            ({ by, reason, printedAt }) =>
              html`<span dir="auto">${reason}</span>
                <span class="meta"
                  >${t('{name}, {when}', { name: by, when: formatMoment(printedAt) })}</span
                >`,
          ),
          empty: t('It was never printed.'),
        })}
      </section>`,
  }),
});

export const namedAudience = () => ({
  icon: 'private' as const,
  words: t('Those named for safeguarding'),
  why: t(
    'Nobody else can open it, whatever their role. Writers read what they wrote themselves, each on its own page.',
  ),
});

/** Concerns in order, each with what was added to it. */
export const chronologyBody = (
  { concerns, entries }: Pick<Chronology, 'concerns' | 'entries'>,
  linked: boolean,
): Html =>
  html`${concerns.map(
    (concern) =>
      html`<section class="concern-in-order">
        <h2>
          ${linked ? html`<a href="${concernHref(concern.id)}">${headOf(concern)}</a>` : headOf(concern)}
        </h2>
        ${concernFacts(concern)}
        ${concern.seenBy !== null && concern.seenAt !== null && html`<p class="meta">${t('Seen by {name}, {when}.', { name: concern.seenBy, when: formatMoment(concern.seenAt) })}</p>`}
        <ol class="concern-entries">
          ${entries.filter(({ concernId }) => concernId === concern.id).map((entry) => html`<li>${oneEntry(entry)}</li>`)}
        </ol>
      </section>`,
  )}`;

const headOf = ({ happenedOn, closedAt }: Concern): string =>
  closedAt === null
    ? t('{day}, open', { day: formatDate(happenedOn) })
    : t('{day}, closed {closed}', { day: formatDate(happenedOn), closed: formatDate(closedAt) });
