import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Value } from '#ui/html.ts';
import { timeInWords } from '../notes/note.ts';
import { reelHref } from './clip.ts';
import type { OpenedReel } from './open-reel.ts';

/** Notes on a stretch, to be ticked: each becomes a clip with its words as title. */
export function offeredView({ recording, offered }: OpenedReel, visit: Visit): Value {
  if (offered.length === 0) return null;
  const action = reelHref(recording, 'from-notes');
  const { values, errors } = visit.formAt(action);
  return html`<section aria-labelledby="from-notes">
    <h2 id="from-notes">${t('Or take stretches from notes')}</h2>
    <p>${t('The words of a note become the title of the clip. Whoever sees your reel reads them.')}</p>
    ${form({ action, button: t('Add those ticked'), values: values ?? {}, errors }, (f) =>
      f.checkboxes({
        name: 'notes',
        label: t('Notes on a stretch'),
        labelHidden: true,
        unmarked: true,
        options: offered.map((note) => ({
          value: note.id,
          label: `${timeInWords(note)} ${note.text.slice(0, 160)}`.trim(),
        })),
      }),
    )}
  </section>`;
}
