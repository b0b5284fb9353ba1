import type { AudienceNote } from '#platform/http/content.ts';
import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { evaluationHref } from './addresses.ts';
import { askingAt, askingMomentAt, askingWords, sideOf } from './asking-moment.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { evaluationTrail } from './evaluation-tabs.view.ts';
import { openEvaluation } from './open-evaluation.ts';
import { questionFields, saidValues, type Side } from './questions-form.ts';

/** One's own answers, as often as one likes until the questions are closed. */
export const answerQuestionsPage = page('/programmes/:programme/evaluation/questions/:moment', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  async load(visit) {
    const moment = askingMomentAt(visit);
    const opened = await openEvaluation(visit, 'answer');
    const { evaluation } = opened;
    const asking = askingAt(evaluation, moment);
    if (!asking || asking.closedAt) throw new NotFound(t('These questions are not open.'));
    return {
      opened,
      moment,
      mine: evaluation.mine.find((answer) => answer.moment === moment),
      draft: await visit.draft(`evaluation-answer:${evaluation.id}:${moment}`),
    };
  },
  view({ opened: { programme, evaluation }, moment, mine, draft }, visit) {
    const side = sideOf(programme, visit.who.personId);
    const state = visit.formAt(evaluationHref(programme, `questions/${moment}`));
    return {
      title: askingWords(moment),
      audience: answerAudience(side),
      trail: [
        ...evaluationTrail(programme),
        { label: t('The same questions'), href: evaluationHref(programme, 'questions') },
      ],
      body: form(
        {
          ...state,
          // What was sent or kept holds every field; a tick it lacks was taken out.
          values:
            state.values ?? draft ?? (mine ? { ...saidValues(mine.said), words_shown: mine.wordsShown } : {}),
          draft: `evaluation-answer:${evaluation.id}:${moment}`,
          button: mine ? t('Save my answers') : t('Give my answers'),
          hidden: { version: mine?.version ?? 0 },
          cancel: evaluationHref(programme, 'questions'),
        },
        (f) => html`
          <p>
            ${t('Leave out what you like. What you say is a self-report: it says what you think, not what pupils learnt.')}
          </p>
          ${questionFields(f, side)}
          ${f.checkbox({
            name: 'words_shown',
            label: wordsShownLabel(side),
            hint: t('You can take that back at any time, on the page “What you have shared” under Me.'),
          })}
        `,
      ),
    };
  },
});

/** Said before one writes: who will see what. */
const answerAudience = (side: Side): AudienceNote =>
  side === 'recipient'
    ? {
        icon: 'private',
        words: t('Only you; others see what five or more people say together'),
        why: t(
          'Nobody can open your answers, whatever their role. They are counted with those of others, after the questions are closed, and only in groups of five or more. Your own words are shown only if you tick so below.',
        ),
      }
    : {
        icon: 'people',
        words: t('Readers of the evaluation see the choices of those who led'),
        why: t(
          'You answer as one of those who led or arranged the programme. Your choices stand beside the group’s, without your name; where one person led, readers will know whose they are. Your own words are shown only if you tick so below.',
        ),
      };

export const wordsShownLabel = (side: Side): string =>
  side === 'recipient'
    ? t('My own words may be read by others, without my name, once five others have written too')
    : t('My own words may be read by others');
