import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form, type FormOptions } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { catalogue, sourceLine } from '#features/evidence/index.ts';
import type { Together } from '../together.ts';
import type { Answered } from './pulse.queries.ts';
import { givesConcern, inWords } from './pulse-words.ts';
import { quietHelp } from './quiet-help.view.ts';
import { lastDayOf } from './round.ts';

interface Questions {
  together: Together;
  /** Newest first. */
  answered: readonly Answered[];
  /** The first day of the round that is open; null where none is. */
  open: string | null;
  contact: string;
  action: string;
  form: Pick<FormOptions, 'values' | 'errors'>;
}

export function questionsView(questions: Questions): Html {
  const { together, answered, open, contact } = questions;
  const { pulse } = catalogue().coaching;
  const now = answered.find(({ round }) => round === open);
  const past = answered.filter(({ round }) => round !== open);
  const latest = now ?? answered[0];
  const concern = latest !== undefined && givesConcern(latest.answers);
  return html`${concern && quietHelp({ together, contact, asked: true })}
    <p>${pulse.plain}</p>
    ${open === null ? notNow(answered.length > 0) : questionForm(questions, open, now)}
    ${
      (open === null || past.length > 0) &&
      html`<h2>${t('What you answered before')}</h2>
        ${countedList({
          says: tn(past.length, 'Once', '{n} times'),
          items: past.map(pastAnswer),
          empty: empty({ says: t('You have answered nothing yet.') }),
        })}`
    }
    ${!concern && details(t('If it does not feel right'), quietHelp({ together, contact, asked: false }))}
    ${details(
      t('How answers are read'),
      html`<ul>
          ${pulse.notes.map((note) => html`<li>${note}</li>`)}
        </ul>
        ${sourceLine(pulse.source)}`,
    )}`;
}

const notNow = (answeredBefore: boolean): Html =>
  html`<p>
    ${
      answeredBefore
        ? t(
            'Nothing is asked just now. What you answered can no longer be changed, so that figures of the many stay what they were.',
          )
        : t('Nothing is asked just now. When it is, it stands in your list on Today.')
    }
  </p>`;

const questionForm = ({ action, form: back }: Questions, open: string, now: Answered | undefined): Html =>
  html`<p>
      ${t(
        'Answer what you like, or nothing at all: nobody sees who answered. You can change it until {day}.',
        {
          day: formatDate(lastDayOf(open), 'weekday'),
        },
      )}
    </p>
    ${form(
      {
        action,
        button: now ? t('Keep it as it is now') : t('Keep my answers'),
        values: back.values ?? { ...now?.answers, words: now?.words },
        errors: back.errors,
        hidden: { version: now?.version ?? 0, round: open },
      },
      (f) =>
        html`${catalogue().coaching.pulse.questions.map(({ id, asks, options }) =>
          f.radios({
            name: id,
            label: asks,
            options: [
              ...options.map((option) => ({ value: option.id, label: option.title })),
              { value: '', label: t('I would rather not say') },
            ],
            initial: '',
          }),
        )}
        ${f.textarea({ name: 'words', label: catalogue().coaching.pulse.ownWords, rows: 3 })}`,
    )}`;

const pastAnswer = (answered: Answered): Value =>
  html`<strong>${formatDate(answered.round)}</strong>${definitionList(
      inWords(answered).map(({ label, text }) => ({ term: label, says: text })),
    )}`;
