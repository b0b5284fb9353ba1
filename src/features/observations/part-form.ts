import { t } from '#platform/i18n/i18n.ts';
import { byId, catalogue } from '#features/evidence/index.ts';
import { type Observation, type Part, partOf } from './observation.ts';

export interface Question {
  name: string;
  label: string;
  hint?: string | undefined;
  required: boolean;
}

interface PartForm {
  title: string;
  /** What it is for, in a sentence. */
  plain: string;
  questions: Question[];
}

/** What each part asks. No part asks for a mark, a judgement of the lesson or a tick in a list. */
export function partForm(part: Part): PartForm {
  switch (part) {
    case 'predicted':
      return {
        title: t('What I expect of pupils'),
        plain: t('Written before the lesson. Afterwards you put it beside what happened.'),
        questions: [
          ask(
            'expect',
            t('What do you expect pupils to do and say?'),
            true,
            t('Name the pupils or the group you think of.'),
          ),
          ask('unsure', t('Where are you least sure?')),
        ],
      };
    case 'noticed':
      return {
        title: t('What I noticed myself'),
        plain: t('Your own account first. Nobody’s notes are shown before both of you are ready.'),
        questions: [
          ask('happened', t('What did pupils do and say?'), true),
          ask('different', t('What was different from what you expected?'), true),
        ],
      };
    case 'notes':
      return peerForm();
    case 'feedback':
      return {
        title: t('Feedback after the visit'),
        plain: t('From what pupils did and said. No grade, and one thing to try rather than a list.'),
        questions: [
          ask(
            'pupils',
            t('What did pupils do and say?'),
            true,
            t('What you saw and heard, before what you think of it.'),
          ),
          ask('responded', t('What did they respond to, and who responded differently?'), true),
          ask('keep', t('What is worth keeping?'), true),
          ask('try', t('One thing to try'), true),
        ],
      };
    case 'plan':
      return {
        title: t('What I make of it'),
        plain: t('Yours to write. A goal within reach and when you will practise it.'),
        questions: [
          ask('goal', t('A goal within reach'), true, t('What pupils will do, in a few weeks.')),
          ask('practice', t('What will you practise, in which lessons?'), true),
          ask('evidence', t('How will you tell from pupils whether it helps?')),
        ],
      };
  }
}

/** What one is asked in this observation: where nothing was expected in writing, nothing need be said of it. */
export const questionsOf = (observation: Observation, part: Part): Question[] =>
  partForm(part).questions.map((question) =>
    part === 'noticed' && question.name === 'different' && !partOf(observation, 'predicted')
      ? { ...question, required: false }
      : question,
  );

const ask = (name: string, label: string, required = false, hint?: string): Question => ({
  name,
  label,
  required,
  hint,
});

/** The form "move seen, my plan" of the catalogue. */
function peerForm(): PartForm {
  const { title, plain, parts } = byId(catalogue().forms, 'peer-observation');
  return {
    title: t(title),
    plain: t(plain),
    questions: parts.map(({ id, question, help, required }) =>
      ask(id, t(question), required, help && t(help)),
    ),
  };
}
