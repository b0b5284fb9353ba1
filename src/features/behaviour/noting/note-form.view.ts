import type { Visit } from '#platform/http/context.ts';
import { clockIn } from '#platform/calendar/local-time.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { type Fields, form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { addressOf } from '#ui/list.ts';
import { tabs } from '#ui/tabs.ts';
import { keepPath } from '../addresses.ts';
import { keepsBehaviour } from '../behaviour.access.ts';
import {
  mostWords,
  seens,
  seenInWords,
  settingInWords,
  settings,
  type Tone,
  tones,
  toneInWords,
} from '../behaviour.ts';
import type { Noting } from './note.queries.ts';

/** The tone asked for in the address; what went well unless told. */
const toneAsked = ({ query, form: sent }: Visit['arrival']): Tone =>
  (sent?.values?.['tone'] ?? query.tone) === 'negative' ? 'negative' : 'positive';

/**
 * Tick whom it is about, tap what it was, a few words, saved. What went well stands first and is what the page opens
 * with; day, time and place are as they are now unless somebody says otherwise.
 */
export function noteForm(noting: Noting, at: string, visit: Visit): Html {
  const tone = toneAsked(visit.arrival);
  const those = noting.categories.filter((category) => category.tone === tone);
  const body =
    noting.pupils.length === 0
      ? empty({ says: t('No pupil is in this class today.') })
      : those.length === 0
        ? nothingSettled(visit)
        : theForm(noting, at, tone, visit);
  return html`${tabs(
    t('What it was'),
    tones.map((each) => ({
      label: toneInWords(each),
      href: addressOf(at, { tone: each === 'positive' ? undefined : each }),
      current: each === tone,
    })),
  )}
  ${body}`;
}

const nothingSettled = (visit: Visit): Html =>
  keepsBehaviour(visit.who)
    ? empty({
        says: t('The school has not settled yet what is noted here.'),
        todo: { label: t('Settle what is noted'), href: keepPath },
      })
    : empty({
        says: t('The school has not settled yet what is noted here. Whoever looks after people can do that.'),
      });

const theForm = (noting: Noting, at: string, tone: Tone, visit: Visit): Html => {
  const state = visit.formAt(at);
  return html`<div class="behaviour-note">
    ${form({ ...state, button: t('Note it'), hidden: { tone } }, (f) => [
      whom(f, noting),
      f.radios({
        name: 'category',
        label: t('What it was'),
        required: true,
        options: noting.categories
          .filter((category) => category.tone === tone)
          .map(({ id, name, about, sign }) => ({
            value: id,
            label: sign === '' ? name : `${sign} ${name}`,
            hint: about || undefined,
          })),
      }),
      f.textarea({
        name: 'words',
        label: tone === 'positive' ? t('A few words') : t('What happened'),
        hint:
          tone === 'positive'
            ? t(
                'What you saw, said to the pupil: “You waited for the others, and showed how.” No names of other pupils.',
              )
            : t('What you saw and heard, without guesses why. Write “another pupil” for anybody else.'),
        required: tone === 'negative',
        rows: 2,
        maxlength: mostWords,
      }),
      isNamed(state) && nameMayStand(f),
      details(t('Day, place and who reads it'), more(f, noting, tone, visit), 'errors' in state),
    ])}
  </div>`;
};

/** Somebody's name was found, so the box to say that it is none stands there. */
const isNamed = ({ errors }: { errors?: Readonly<Record<string, string>> | undefined }): boolean =>
  errors?.['words'] !== undefined;

export const nameMayStand = (f: Fields): Html =>
  f.checkbox({ name: 'no_name', label: t('It is no pupil’s name: save it as it is') });

const whom = (f: Fields, { unit, pupils }: Noting): Value =>
  unit === null
    ? html`<input type="hidden" name="pupils" value="${pupils[0]!.personId}" />`
    : f.checkboxes({
        name: 'pupils',
        label: t('Who'),
        required: true,
        options: pupils.map(({ personId, name }) => ({ value: personId, label: name })),
      });

const more = (f: Fields, { unit }: Noting, tone: Tone, { now, today, who }: Visit): Html =>
  html`${f.date({ name: 'on', label: t('Day'), required: true, initial: today, max: today })}
  ${f.time({ name: 'at', label: t('Time'), initial: clockIn(now, who.standing.organisation.zone) })}
  ${f.select({ name: 'place', label: t('Where'), required: true, initial: unit === null ? 'between' : 'lesson', options: settings.map((value) => ({ value, label: settingInWords(value) })) })}
  ${f.radios({ name: 'seen', label: t('Who reads it'), required: true, initial: tone === 'positive' ? 'shown' : 'waiting', options: seens.map((value) => ({ value, label: seenInWords(value) })) })}`;

/** "3 pupils", "Mali Rees". */
export const whomInWords = (names: readonly string[]): string =>
  names.length === 1 ? names[0]! : tn(names.length, '{n} pupil', '{n} pupils');
