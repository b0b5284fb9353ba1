import { selectTexts } from '#platform/audit/text-versions.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, formatMoment, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { behaviourPath, eventHref, pupilHref } from '../addresses.ts';
import { staffOfPupil } from '../behaviour.access.ts';
import { type Seen, seenInWords, toneInWords } from '../behaviour.ts';
import { lookNotice } from '../notices.ts';
import { eventLine } from './event-line.view.ts';
import { nameMayStand } from './note-form.view.ts';
import { selectEvent, type StaffEvent } from './event.queries.ts';

export const trailOfPupil = ({ pupilId, pupil, reads }: Pick<StaffEvent, 'pupilId' | 'pupil' | 'reads'>) => [
  { label: t('What went well, what went wrong'), href: behaviourPath },
  ...(reads ? [{ label: pupil, href: pupilHref(pupilId) }] : []),
];

export const eventTitle = (event: StaffEvent): string =>
  t('{name}: {what}, {day}', { name: event.pupil, what: event.category, day: formatDate(event.on) });

/** One event: how it stands, what was said about it, how it was before, and what may be done. */
export const eventPage = page(eventHref(':event'), {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const { event } = await selectEvent(visit.db, visit.who, visit.params.event!, visit.today);
    // It was read: that is what was asked of whoever was told to look, until they have decided.
    if (event.seen !== 'waiting')
      await settleMatter(
        visit.db,
        {
          fromOwner: visit.organisationId,
          itemId: event.id,
          personIds: [visit.who.personId],
          kinds: [lookNotice],
        },
        [],
        visit.now,
      );
    return { event, texts: await selectTexts(visit.db, { ownerId: visit.organisationId, id: event.id }) };
  },
  view: ({ event, texts }, visit) => ({
    title: eventTitle(event),
    audience: staffOfPupil(),
    trail: trailOfPupil(event),
    body: html`<p>${toneInWords(event.tone)}</p>
      ${event.endedAt !== null && notice('info', t('It was taken back, {when}, and counts for nothing.', { when: formatMoment(event.endedAt) }))}
      ${eventLine(event)} ${looking(event, visit)}
      ${
        texts.length > 0 &&
        details(
          t('How it was before'),
          html`${texts.map(({ writtenAt, writtenBy, fields }) =>
            definitionList([
              {
                term: t('Until'),
                says: t('{name}, {when}', { name: writtenBy, when: formatMoment(writtenAt) }),
              },
              { term: t('What it was'), says: String(fields.category) },
              { term: t('Who read it'), says: seenInWords(fields.seen as Seen) },
              { term: t('When and where'), says: String(fields.when) },
              {
                term: t('What it said'),
                says: html`<span class="as-written" dir="auto">${String(fields.words)}</span>`,
              },
            ]),
          )}`,
        )
      }
      ${actions(event)}`,
  }),
});

/** Whoever looks after the pupil decides whether pupil and family read it. */
const looking = ({ id, seen, reads, endedAt, version }: StaffEvent, visit: Visit): Html | false =>
  reads &&
  endedAt === null &&
  html`<div class="behaviour-looking">
    ${
      seen !== 'shown' &&
      form(
        {
          ...visit.formAt(eventHref(id, 'show')),
          hidden: { version },
          button: t('Show it to pupil and family'),
          quiet: seen === 'kept',
        },
        // A name was found in it: either it is put right, or it is none.
        (f) => visit.formAt(eventHref(id, 'show')).errors?.['no_name'] !== undefined && nameMayStand(f),
      )
    }
    ${
      seen !== 'kept' &&
      form({
        action: eventHref(id, 'keep'),
        hidden: { version },
        button: t('Keep it from pupil and family'),
        quiet: true,
      })
    }
  </div>`;

const actions = (event: StaffEvent): Html =>
  html`${
    event.mine &&
    (event.endedAt === null
      ? form({
          action: eventHref(event.id, 'end'),
          hidden: { version: event.version },
          button: t('Take it back'),
          quiet: true,
          danger: true,
        })
      : form({
          action: eventHref(event.id, 'restore'),
          hidden: { version: event.version },
          button: t('Let it stand again'),
          quiet: true,
        }))
  }
  ${quietActions([
    ...(event.mine && event.endedAt === null
      ? [{ label: t('Put it right'), href: eventHref(event.id, 'change'), icon: 'edit' as const }]
      : []),
    ...(event.reads && event.tone === 'negative' && event.endedAt === null
      ? [
          {
            label: t('Plan what follows'),
            href: `${pupilHref(event.pupilId, 'follow-ups/new')}?about=${event.id}`,
            icon: 'calendar' as const,
          },
        ]
      : []),
    ...(event.reads
      ? [{ label: t('All that was noted of {name}', { name: event.pupil }), href: pupilHref(event.pupilId) }]
      : []),
  ])}`;
