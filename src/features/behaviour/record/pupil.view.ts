import type { Visit } from '#platform/http/context.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { addressOf, countedList, filters } from '#ui/list.ts';
import { certificateHref, followUpHref, pupilHref } from '../addresses.ts';
import { readsWhole } from '../behaviour.access.ts';
import { whatInWords, whenInWords } from '../follow-ups/follow-up.view.ts';
import { eventLine } from '../noting/event-line.view.ts';
import { nameMayStand } from '../noting/note-form.view.ts';
import type { HelpNote, PupilRecord } from './record.queries.ts';

interface Span {
  from: string;
  until: string;
}

export const pupilView = (pupil: PupilRecord, span: Span, visit: Visit): Html =>
  html`${filters(
      {
        action: pupilHref(pupil.personId),
        values: { ...span },
        button: t('Show'),
      },
      (f) =>
        html`${f.date({ name: 'from', label: t('From'), unmarked: true })}
        ${f.date({ name: 'until', label: t('Until'), unmarked: true, max: visit.today })}`,
    )}
    <h2>${t('What went well')}</h2>
    ${countedList({
      says: tn(pupil.wentWell.length, '{n} thing', '{n} things'),
      items: pupil.wentWell.map((event) => eventLine(event)),
      empty: t('Nothing is noted yet in these days. Something small is worth noting.'),
    })}
    ${
      pupil.given.length > 0 &&
      html`<h2>${t('Rewards')}</h2>
        <ul class="items dense">
          ${pupil.given.map(({ id, name, on }) => html`<li><a href="${certificateHref(id)}">${name}</a> <span class="meta">${formatDate(on)}</span></li> `)}
        </ul>`
    }
    ${helpPart(pupil, visit)}
    ${
      pupil.followUps.length > 0 &&
      html`<h2>${t('What follows')}</h2>
        <ul class="items dense">
          ${pupil.followUps.map(
            (each) =>
              html`<li>
                <a href="${followUpHref(each.id)}">${whatInWords(each)}</a>
                <span class="meta">${whenInWords(each)}</span>
              </li> `,
          )}
        </ul>`
    }
    <h2>${t('What went wrong')}</h2>
    ${countedList({
      says: tn(pupil.wentWrong.length, '{n} thing', '{n} things'),
      items: pupil.wentWrong.map((event) => eventLine(event)),
      empty: t('Nothing in these days.'),
    })}
    ${quietActions([
      {
        label: t('A record to print'),
        href: addressOf(pupilHref(pupil.personId, 'record'), { ...span }),
        icon: 'print',
      },
      { label: t('Plan what follows'), href: pupilHref(pupil.personId, 'follow-ups/new'), icon: 'calendar' },
      { label: t('The pupil’s page'), href: `/people/${pupil.personId}`, icon: 'pupils' },
    ])}`;

/** What helps: short, by those who teach the pupil, kept beside what was noted. */
function helpPart({ personId, name, notes }: PupilRecord, visit: Visit): Html {
  const at = pupilHref(personId, 'help-notes');
  const state = visit.formAt(at);
  return html`<h2>${t('What helps {name}', { name })}</h2>
    ${notes.map((note) => helpNote(note, personId, visit))}
    ${details(
      t('Write down what helps'),
      form({ ...state, button: t('Add it') }, (f) => noteFields(f, state.errors)),
      state.errors !== undefined,
    )}`;
}

const noteFields = (
  f: Parameters<typeof nameMayStand>[0],
  errors: Readonly<Record<string, string>> | undefined,
): Html =>
  html`${f.textarea({ name: 'words', label: t('What helps'), hint: t('What you saw work: “Give her a minute before she answers.” No diagnoses, nothing about the family that they have not agreed to.'), required: true, rows: 2, maxlength: 500 })}
  ${f.checkbox({ name: 'shared', label: t('Pupil and family read it too') })}
  ${errors?.['words'] !== undefined && nameMayStand(f)}`;

function helpNote(
  { id, words, shared, writtenBy, writtenById, version }: HelpNote,
  personId: string,
  visit: Visit,
): Html {
  const at = pupilHref(personId, `help-notes/${id}`);
  const state = visit.formAt(at);
  const mine = writtenById === visit.who.personId || readsWhole(visit.who);
  return html`<div class="behaviour-help">
    <p class="as-written" dir="auto">${words}</p>
    <p class="meta">
      ${writtenBy}. ${shared ? t('Pupil and family read it too.') : t('Staff who teach the pupil read it.')}
    </p>
    ${
      mine &&
      details(
        t('Change it or take it away'),
        html`${form({ values: { words, shared: shared ? 'yes' : '' }, ...state, hidden: { version }, button: t('Save it') }, (f) => noteFields(f, state.errors))}
        ${form({ action: `${at}/end`, button: t('Take it away'), describe: t('Take it away: {words}', { words: words.slice(0, 40) }), quiet: true })}`,
        state.errors !== undefined,
      )
    }
  </div>`;
}
