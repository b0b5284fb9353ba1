import { z } from 'zod';
import { optionalProse, prose } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { shownFiles } from '#features/files/index.ts';
import { html } from '#ui/html.ts';
import { drawText } from '#ui/text/draw-text.ts';
import { parseText } from '#ui/text/parse-text.ts';
import { Question, questionsText, readQuestions } from '../survey/questions.ts';
import { selectAnswers, type SurveyFacts } from '../survey/survey.queries.ts';
import { surveyView } from '../survey/survey.view.ts';
import { kind } from './kind.ts';

const Settings = z.object({ text: z.string(), questions: z.array(Question) });

/** A few questions; the answers come to whoever leads the course, without names. */
export const surveyKind = kind<z.output<typeof Settings>, SurveyFacts>({
  id: 'survey',
  isOffered: true,
  icon: 'question',
  title: () => t('A survey'),
  plain: () => t('A few questions. You read how many chose what, and what was written, without names.'),
  settings: Settings,
  input: { questions: prose('Write at least one question.', 10_000), text: optionalProse(4000) },
  read: ({ questions, text }) => ({ text: String(text), questions: readQuestions(String(questions)) }),
  fields: (f) =>
    html`${f.textarea({ name: 'text', label: t('What it is about'), rows: 3, maxlength: 4000 })}
    ${f.textarea({
      name: 'questions',
      label: t('Questions'),
      hint: t(
        'One on each line. Choices stand behind it, each after a bar: Was it clear? | Yes | In part | No. Without choices one writes.',
      ),
      required: true,
      rows: 6,
      maxlength: 10_000,
    })}`,
  values: ({ text, questions }) => ({ text, questions: questionsText(questions) }),
  load: (visit, { opened, activity }) =>
    selectAnswers(visit.db, visit.organisationId, {
      activityId: activity.id,
      personId: visit.who.personId,
      leads: opened.leads,
    }),
  draw: ({ text, questions }, facts, standing, visit) =>
    html`${text !== '' && drawText(parseText(text), shownFiles(standing.opened.course.files))}
    ${surveyView(questions, facts, standing, visit)}`,
});
