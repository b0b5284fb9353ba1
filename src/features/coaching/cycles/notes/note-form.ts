import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { line, optionalLine, optionalProse } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { Together } from '../../together.ts';
import { type ChosenDimension, chosenDimensions, dimension } from './note.ts';

/** What the form of a note sends. Everything but what it was about may be left open. */
export const noteInput = {
  subject: line('Write what this stretch was about.', 200),
  words: optionalProse(2_000),
  initiator: optionalLine(40),
  stimulus: optionalLine(40),
  tone: optionalLine(40),
  scale: optionalLine(40),
  timeframe: optionalLine(40),
};
const shape = z.object(noteInput);
export type NoteSent = z.output<typeof shape>;

/** People who took part, as those who can have begun a stretch; those who left too. */
const peopleOf = ({ people }: Pick<Together, 'people'>) => people.filter(({ answer }) => answer === 'yes');

/** The columns of a note as it was sent. Throws `Refused` for a choice that is not on the list. */
export function readNote(
  sent: NoteSent,
  together: Together,
): { subject: string; words: string; initiator_id: string | null } & Record<ChosenDimension, string | null> {
  const wrong: Record<string, string> = {};
  const chosen = (name: ChosenDimension): string | null => {
    if (sent[name] === '') return null;
    if (!dimension(name).options.some(({ id }) => id === sent[name]))
      wrong[name] = t('Choose from the list.');
    return sent[name];
  };
  const initiator = sent.initiator === '' ? null : sent.initiator;
  if (initiator && !peopleOf(together).some(({ personId }) => personId === initiator))
    wrong.initiator = t('Choose from the list.');
  const values = {
    subject: sent.subject,
    words: sent.words,
    initiator_id: initiator,
    stimulus: chosen('stimulus'),
    tone: chosen('tone'),
    scale: chosen('scale'),
    timeframe: chosen('timeframe'),
  };
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  return values;
}

/** The six dimensions, made for the keyboard: a line, five lists in which a letter chooses, and a line or two. */
export function noteFields(f: Fields, together: Together, autofocus: boolean): Html {
  const open = { value: '', label: t('Left open') };
  return html`${f.text({ name: 'subject', label: dimension('subject').title, hint: dimension('subject').plain, required: true, autofocus })}
  ${f.select({
    name: 'initiator',
    label: dimension('initiator').title,
    unmarked: true,
    options: [open, ...peopleOf(together).map(({ personId, name }) => ({ value: personId, label: name }))],
  })}
  ${chosenDimensions.map((name) =>
    f.select({
      name,
      label: dimension(name).title,
      unmarked: true,
      options: [open, ...dimension(name).options.map(({ id, title }) => ({ value: id, label: title }))],
    }),
  )}
  ${f.textarea({ name: 'words', label: t('What was said, in a line or two'), rows: 2 })}`;
}
