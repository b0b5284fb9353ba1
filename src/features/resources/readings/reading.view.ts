import type { Visit } from '#platform/http/context.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { shownFiles } from '#features/files/index.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { drawText } from '#ui/text/draw-text.ts';
import { parseText } from '#ui/text/parse-text.ts';
import { readingHref, resourceHref } from '../addresses.ts';
import type { OpenedReading } from './open-reading.ts';
import { answersInOrder, draftOf, type Reading, readingQuestions } from './reading.ts';

interface Shown extends OpenedReading {
  /** They are the one who was asked. */
  answers: boolean;
  draft: Record<string, unknown> | undefined;
}

export function readingView(shown: Shown, visit: Visit): Html {
  const { reading, answers, opened } = shown;
  return html`<p class="meta">
      ${
        reading.byDate === null
          ? t('{asker} asked {reader} on {day}.', named(reading))
          : t('{asker} asked {reader} on {day}, by {until}.', {
              ...named(reading),
              until: formatDate(reading.byDate),
            })
      }
    </p>
    ${reading.words !== '' && html`<blockquote class="as-written" dir="auto">${reading.words}</blockquote>`}
    ${answers && details(t('The page'), drawText(parseText(opened.resource.text), shownFiles(opened.resource.files)), reading.answeredAt === null)}
    ${reading.answeredAt !== null && said(reading)}
    ${answers ? answerForm(shown, visit) : reply(shown, visit)}`;
}

const named = ({ askedBy, askedOf, createdAt }: Reading) => ({
  asker: askedBy,
  reader: askedOf,
  day: formatDate(createdAt),
});

const said = ({ answers, askedOf, answeredAt, reply: words, repliedAt, askedBy }: Reading): Html =>
  html`<h2>${t('What {name} says, {day}', { name: askedOf, day: formatDate(answeredAt!) })}</h2>
    ${definitionList(
      answersInOrder(answers).map(({ ask, says }) => ({
        term: ask,
        says: html`<span class="as-written" dir="auto">${says}</span>`,
      })),
    )}
    ${
      repliedAt !== null &&
      html`<h2>${t('What {name} made of it, {day}', { name: askedBy, day: formatDate(repliedAt) })}</h2>
        <p class="as-written" dir="auto">${words === '' ? t('They have read it. Thank you.') : words}</p>`
    }`;

function answerForm({ reading, opened, draft }: Shown, visit: Visit): Value {
  const action = readingHref(opened.resource.id, reading.id);
  const { values, errors } = visit.formAt(action);
  const written = form(
    {
      action,
      button:
        reading.answeredAt === null
          ? t('Send it to {name}', { name: reading.askedBy })
          : t('Send the change'),
      values: { ...reading.answers, ...draft, ...values },
      errors,
      draft: draftOf(reading.id),
      hidden: { version: reading.version },
      cancel: resourceHref(opened.resource.id),
    },
    (f) =>
      readingQuestions().map(({ id, ask, hint }) =>
        f.textarea({ name: id, label: ask, hint: hint || undefined, rows: 3, maxlength: 2000 }),
      ),
  );
  return reading.answeredAt === null
    ? html`<h2>${t('What you see')}</h2>
        <p>
          ${t('Answer what you have something to say about. Only {name} and you read it.', { name: reading.askedBy })}
        </p>
        ${written}`
    : details(t('Change what you said'), written);
}

function reply({ reading, opened }: Shown, visit: Visit): Value {
  const to = (part: 'reply' | 'take-back'): string => readingHref(opened.resource.id, reading.id, part);
  if (reading.answeredAt === null)
    return html`<p>${t('{name} has not answered yet.', { name: reading.askedOf })}</p>
      ${form({ action: to('take-back'), button: t('Ask {name} no more', { name: reading.askedOf }), quiet: true })}`;
  const { values, errors } = visit.formAt(to('reply'));
  return (
    reading.repliedAt === null &&
    form({ action: to('reply'), button: t('I have read it'), values: { ...values }, errors }, (f) =>
      f.textarea({
        name: 'words',
        label: t('What you made of it'),
        hint: t('A word of thanks, what you changed, or nothing.'),
        rows: 3,
        maxlength: 2000,
      }),
    )
  );
}
