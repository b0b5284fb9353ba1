import { NotAllowed } from '#platform/errors.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, formatList, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList, pager } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import {
  openProgramme,
  programmeHref,
  programmePolicy,
  programmeTabs,
  programmeTrail,
  type Programme,
} from '#features/programmes/index.ts';
import { questionHref, questionsHref } from './addresses.ts';
import { type OnCall, opensOn } from './on-call.ts';
import { audiences, type ListedQuestion, questionDraftKey, selectQuestions } from './questions.queries.ts';
import { audienceWords, notBefore } from './words.ts';

const perPage = 30;

/** Asking the specialist between sessions: what was asked, and the form to ask. */
export const questionsPage = page('/programmes/:programme/questions', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const opened = await openProgramme(visit);
    if (!opened.may('takePart'))
      throw new NotAllowed(
        t(
          'Questions to the specialist are for those who take part in this programme and those who help them. Whoever leads it does not read them.',
        ),
      );
    const { programme } = opened;
    const number = visit.pageNumber;
    return {
      opened,
      programme,
      number,
      ...(await selectQuestions(visit, programme, { limit: perPage, offset: (number - 1) * perPage })),
    };
  },
  view({ opened, programme, number, questions, total, onCall, specialists, draft }, visit) {
    const asks = visit.who.isIn(programme.id, 'participant') && !programme.closed_at;
    const opens = opensOn(onCall, visit.today);
    const mayAsk = asks && specialists.length > 0 && opens === null;
    const state = visit.formAt(questionsHref(programme));
    const waiting = questions.filter(({ waitingSince }) => waitingSince !== null).length;
    return {
      title: t('Questions to the specialist'),
      audience: whoReads(),
      trail: programmeTrail(programme),
      status: {
        ...(waiting > 0 && {
          promised: tn(waiting, 'One question waits for an answer', '{n} questions wait for an answer'),
        }),
      },
      ...(mayAsk && { action: { label: t('Ask a question'), href: '#ask' } }),
      body: html`${programmeTabs(opened, 'questions')}
      ${whenToAsk({ onCall, specialists, programme, opens: asks ? opens : null })}
      ${countedList({
        says: tn(total, 'One question', '{n} questions'),
        items: questions.map((question) => entry(programme, question)),
        empty: empty({
          says: asks
            ? t('Nobody has asked yet. A question that comes up after a lesson is just right.')
            : t('Nobody has asked a question that you can read.'),
        }),
      })}
      ${pager({ page: number, pages: Math.ceil(total / perPage), path: questionsHref(programme) })}
      ${(mayAsk || state.values !== undefined) && askForm(state, programme, draft)}`,
    };
  },
});

const whoReads = (): AudienceNote => ({
  icon: 'people',
  words: t('Each question says who reads it'),
  why: t(
    'Whoever asks chooses: those taking part with the facilitator and the specialist, or the specialist alone. Leaders do not read questions.',
  ),
});

interface WhenToAsk {
  onCall: readonly OnCall[];
  specialists: readonly string[];
  programme: Programme;
  /** For somebody who asks: the day on which they first can, when it has not come. */
  opens: string | null;
}

function whenToAsk({ onCall, specialists, programme, opens }: WhenToAsk): Html {
  if (specialists.length === 0)
    return notice(
      'info',
      html`${t('No specialist is in this programme yet.')}
        <a href="${programmeHref(programme, 'people')}">${t('See the people')}</a>`,
    );
  const who = formatList(specialists);
  const first = onCall[0];
  if (!first) return html`<p>${t('{who} answers. The plan sets no days aside for it.', { who })}</p>`;
  const days = onCall.reduce((sum, step) => sum + (step.days ?? 0), 0);
  const from = formatDate(first.on, 'weekday');
  return html`<p>
    ${
      days > 0
        ? tn(
            days,
            '{who} answers. The plan sets {n} day aside for it, from {from}.',
            '{who} answers. The plan sets {n} days aside for it, from {from}.',
            { who, from },
          )
        : t('{who} answers from {from}.', { who, from })
    }
    ${opens === null ? t('After two school days without an answer they are reminded.') : notBefore(opens)}
  </p>`;
}

const entry = (programme: Programme, question: ListedQuestion): Html =>
  html`<a href="${questionHref(programme, question.id)}">${question.title}</a>
    <span class="meta"
      >${question.asker}, ${formatMoment(new Date(question.movedAt))};
      ${tn(question.replies, 'one reply', '{n} replies')}; ${audienceWords(question.audience)}</span
    >
    ${question.waitingSince !== null && label(t('Waits for an answer'), 'clock')}`;

/** Drawn for whoever may ask, and where a question came back, so that its words are not lost from sight. */
function askForm(
  state: ReturnType<Visit['formAt']>,
  programme: Programme,
  draft: Record<string, unknown> | null,
): Html {
  return html`<section id="ask">
    <h2>${t('Ask a question')}</h2>
    ${form(
      {
        ...state,
        values: { ...draft, ...state.values },
        button: t('Ask it'),
        draft: questionDraftKey(programme),
      },
      (f) => html`
        ${f.text({ name: 'title', label: t('In a few words'), required: true, maxlength: 120 })}
        ${f.textarea({ name: 'text', label: t('What do you want to know?'), required: true, rows: 4 })}
        ${f.radios({
          name: 'audience',
          label: t('Who reads it?'),
          required: true,
          options: audiences.map((audience) => ({ value: audience, label: audienceWords(audience) })),
        })}
      `,
    )}
  </section>`;
}
