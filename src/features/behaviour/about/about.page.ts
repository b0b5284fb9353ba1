import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { aboutHref, certificateHref } from '../addresses.ts';
import { pupilAndFamily } from '../behaviour.access.ts';
import { whatInWords, whenInWords } from '../follow-ups/follow-up.view.ts';
import { categoryMark, whenAndWhere } from '../noting/event-line.view.ts';
import { plannedNotice } from '../notices.ts';
import { unsettled } from '../settings/settled.queries.ts';
import { type AboutPupil, selectAbout, type TheirEvent, type TheirFollowUp } from './about.queries.ts';

/** A pupil's own page, and that of the grown-ups who are told: it leads with what went well. */
export const aboutPage = page(aboutHref(':pupil'), {
  purpose: 'administration',
  access: 'signed-in',
  async load(visit) {
    const found = await selectAbout(visit.db, visit.who, visit.params.pupil!, visit.today);
    // What was planned is read: that is all that was asked.
    if (found.followUps.some(({ state }) => state === 'planned'))
      await settleMatter(
        visit.db,
        {
          fromOwner: visit.organisationId,
          itemId: found.pupil.personId,
          personIds: [visit.who.personId],
          kinds: [plannedNotice],
        },
        [],
        visit.now,
      );
    return found;
  },
  view: (about, visit) => {
    const own = about.pupil.personId === visit.who.personId;
    return {
      title: own ? t('What went well with you') : t('What went well with {name}', { name: about.pupil.name }),
      audience: pupilAndFamily(),
      trail: own
        ? [{ label: t('Today'), href: '/today' }]
        : [
            { label: t('My children'), href: '/children' },
            { label: about.pupil.name, href: `/children/${about.pupil.personId}` },
          ],
      body: aboutView(about, visit),
    };
  },
});

const aboutView = (about: AboutPupil, visit: Visit): Html =>
  html`${countedList({
    says: tn(about.wentWell.length, '{n} thing went well', '{n} things went well'),
    items: about.wentWell.map((event) => theirEvent(event, visit)),
    empty: t('Nothing is noted yet. Much that goes well is never written down.'),
  })}
  ${
    about.rewards.length > 0 &&
    html`<h2>${t('Rewards')}</h2>
      <ul class="items dense">
        ${about.rewards.map(({ id, name, on }) => html`<li><a href="${certificateHref(id)}">${name}</a> <span class="meta">${formatDate(on)}</span></li> `)}
      </ul>`
  }
  ${
    about.helps.length > 0 &&
    html`<h2>${t('What helps')}</h2>
      ${about.helps.map(({ words }) => html`<p class="as-written" dir="auto">${words}</p>`)}`
  }
  ${
    about.followUps.length > 0 &&
    html`<h2>${t('Putting things right')}</h2>
      ${about.followUps.map((each) => theirFollowUp(each, about))}`
  }
  ${
    about.wentWrong.length > 0 &&
    html`<h2>${t('What went wrong')}</h2>
      ${countedList({
        says: tn(about.wentWrong.length, '{n} thing', '{n} things'),
        items: about.wentWrong.map((event) => theirEvent(event, visit)),
        empty: '',
      })}`
  }`;

function theirEvent(event: TheirEvent, visit: Visit): Html {
  const at = aboutHref(event.pupilId, `events/${event.id}/reply`);
  const state = visit.formAt(at);
  return html`<div class="behaviour-event">
    <p>
      ${categoryMark(event)}
      ${event.points !== null && html`<span class="chip">${tn(event.points, '{n} point', '{n} points')}</span>`}
    </p>
    ${event.words !== '' && html`<p class="as-written" dir="auto">${event.words}</p>`}
    <p class="meta">${whenAndWhere(event)}. ${t('Noted by {name}', { name: event.writtenBy })}.</p>
    ${event.reply !== null && html`<p class="behaviour-reply">${t('You said:')} <span dir="auto">${event.reply.words}</span></p>`}
    ${details(
      event.reply === null ? t('Say something about it') : t('Change what you said'),
      html`${form(
        {
          values: { words: event.reply?.words ?? '' },
          ...state,
          hidden: { version: event.reply?.version ?? 0 },
          button: t('Say it'),
          describe: t('Say it about: {what}, {day}', { what: event.category, day: formatDate(event.on) }),
        },
        (f) =>
          f.textarea({
            name: 'words',
            label: t('What you want to say'),
            hint: t('Staff who read about it read this. Nobody else at home does.'),
            required: true,
            rows: 2,
            maxlength: 1000,
          }),
      )}
      ${
        event.reply !== null &&
        form({
          action: `${at}/end`,
          button: t('Take it back'),
          describe: t('Take back what you said about: {what}, {day}', {
            what: event.category,
            day: formatDate(event.on),
          }),
          quiet: true,
        })
      }`,
      state.errors !== undefined,
    )}
  </div>`;
}

function theirFollowUp(each: TheirFollowUp, { settled }: AboutPupil): Html {
  const { promise } = settled[0] ?? unsettled;
  return html`<div class="behaviour-event">
    <h3>${whatInWords(each)}</h3>
    <p>${whenInWords(each)}</p>
    ${each.words !== '' && html`<p class="as-written" dir="auto">${each.words}</p>`}
    ${each.kind === 'detention-after' && promise !== '' && html`<p>${t('What the school promises:')} <span dir="auto">${promise}</span></p>`}
    ${each.outcome !== '' && html`<p class="as-written" dir="auto">${each.outcome}</p>`}
    ${each.putRight && html`<p>${t('It is put right.')}</p>`}
  </div>`;
}
