import { audienceNote } from '#platform/access/audience-words.ts';
import { formatDate, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { audienceLine } from '#ui/layout.ts';
import { notice } from '#ui/notice.ts';
import { personName } from '#ui/person-name.ts';
import { belowStep } from './addresses.ts';
import { type Answer, enoughGivers, isPast } from './answers.queries.ts';
import { answerField } from './answers-sent.ts';
import { minutesPolicy } from './sessions.policy.ts';
import { type WritingPart, partsNoMore, type StepWriting } from './step-in-protocol.ts';
import { stepDraftKey } from './step-page.queries.ts';
import type { StepView } from './step.view.ts';

/** What everybody writes of their own at a step, for those inside: one's own, then all side by side. */
export function ownWriting(view: StepView): Html {
  const { writing, minutes, visit, data, writes } = view;
  if (!writing || writing.way === 'together') return nothing;
  const { shown } = data.answers;
  const nameless = writing.way === 'each-nameless';
  return html`<section id="writing">
    <h2>${t('What each of you writes')}</h2>
    ${audienceLine(audienceNote(minutes, minutesPolicy, visit.who))}
    <p>${ways[writing.way]()}</p>
    ${writes && !nameless && named(view, writing.parts)}
    ${writes && nameless && ownNameless(view, writing.parts)} ${closedYet(view)}
    ${shown.length > 0 && sideBySide(view, writing.parts)}
  </section>`;
}

const ways: Record<Exclude<StepWriting['way'], 'together'>, () => string> = {
  each: () => t('Everybody writes their own, with their name. Those named above read it.'),
  'each-before-seeing': () =>
    t('Everybody writes their own, with their name. You read the others’ when you have written yours.'),
  'each-nameless': () =>
    t('Everybody writes their own, without a name. Several may say the same, and none is the right one.'),
};

/** One's own writing with one's name: the form, folded away once it is written. */
function named(view: StepView, parts: readonly WritingPart[]): Html {
  const { opened, data, visit } = view;
  const state = visit.formAt(belowStep(opened.programme, data.step, 'answers'));
  const draft = data.drafts['answers'];
  const mine = data.answers.shown.filter(({ authorId }) => authorId === visit.who.personId);
  const stored = Object.fromEntries(
    parts.map((part) => [answerField(part), mine.find(({ section }) => section === part.id)?.text ?? '']),
  );
  const write = form(
    {
      ...state,
      values: { ...stored, ...draft, ...state.values },
      button: t('Save it, with my name'),
      draft: stepDraftKey(opened.programme, data.step.number, 'answers'),
      hidden: { version: Math.max(0, ...mine.map(({ version }) => version ?? 0)) },
    },
    (f) => fields(f, parts),
  );
  if (mine.length === 0) return write;
  const changed = mine.some(({ version }) => version !== null && version > 1);
  return html`${details(t('Change yours'), write, state.errors !== undefined || draft !== undefined)}
  ${
    changed &&
    quietActions([
      {
        label: t('What I wrote before'),
        href: belowStep(opened.programme, data.step, 'answers'),
        icon: 'history',
      },
    ])
  }`;
}

const fields = (f: Fields, parts: readonly WritingPart[]): Html[] =>
  parts.map((part) =>
    f.textarea({
      name: answerField(part),
      label: part.title,
      ...(part.prompt && { hint: part.prompt }),
      rows: 3,
    }),
  );

/** One's own words without a name: the form, until one gave them or the day of the step is past. */
function ownNameless(view: StepView, parts: readonly WritingPart[]): Html {
  if (view.data.answers.gave)
    return html`<p>${t('You gave yours. It has no name, so it cannot be found and changed.')}</p>`;
  if (isPast(view.data.step, view.today))
    return html`<p>${t('The day of this step is past, so nothing more can be given.')}</p>`;
  return namelessForm(view, parts);
}

/** What is typed here is kept nowhere before it is given: a draft would have a name. */
function namelessForm({ opened, data, visit }: StepView, parts: readonly WritingPart[]): Html {
  const state = visit.formAt(belowStep(opened.programme, data.step, 'answers/nameless'));
  return html`${notice(
    'info',
    t(
      'Neither your name nor the time is kept beside your words, and what you write in one part is not kept together with the next. So you give it once: nobody can find it afterwards to change it or take it back, you neither. That you gave yours is kept. Others may still know you by what you say. You can give it until the end of {day}.',
      { day: formatDate(data.step.on_date, 'weekday') },
    ),
    t('Before you write'),
  )}
  ${form({ ...state, button: t('Give it without my name') }, (f) => fields(f, parts))}`;
}

/** Why one reads less than was written, when that is so. */
function closedYet({ data, writing, template, protocol, visit, today }: StepView): Html {
  const { gave, givers, open, shown } = data.answers;
  if (writing?.way === 'each-nameless')
    return html`<p>
      ${
        givers === 0
          ? t('Nobody has given theirs yet.')
          : tn(givers, 'One person has given theirs.', '{n} people have given theirs.')
      }
      ${
        shown.length === 0 &&
        !isPast(data.step, today) &&
        t(
          'What people give is shown from {n} givers on, or when the day of the step is past, in an order that says nothing.',
          { n: enoughGivers },
        )
      }
    </p>`;
  if (writing?.way === 'each-before-seeing' && !gave)
    return html`<p>${t('What others wrote is shown here when you have written yours.')}</p>`;
  if (!open) {
    const role = protocol?.roles.find(({ id }) => id === template?.first)?.title ?? '';
    return html`<p>
      ${t('First comes: {role}. What the others write opens when somebody of that role has written.', { role })}
    </p>`;
  }
  return shown.some(({ authorId }) => authorId !== visit.who.personId)
    ? nothing
    : html`<p>${t('Nobody else has written yet.')}</p>`;
}

/** All that was written, part by part. Nothing is scored, and none is the right one. */
const sideBySide = ({ data, visit }: StepView, parts: readonly WritingPart[]): Html =>
  html`${[...parts, ...partsNoMore(parts, data.answers.shown)].map((part) => {
    const answers = data.answers.shown.filter(({ section, text }) => section === part.id && text !== '');
    return (
      answers.length > 0 &&
      html`<section>
        <h3>${part.title}</h3>
        <div class="cards">${answers.map((answer) => card(answer, visit.who.personId))}</div>
      </section>`
    );
  })}`;

const card = ({ author, authorId, text, writtenAt }: Answer, reader: string): Html =>
  html`<article class="card">
    ${
      author !== null &&
      writtenAt !== null &&
      html`<p class="meta">
        ${authorId === reader ? t('You') : personName({ name: author })}, ${formatMoment(new Date(writtenAt))}
      </p>`
    }
    <p class="as-written">${text}</p>
  </article>`;
