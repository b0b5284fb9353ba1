import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { attributes } from '#ui/attributes.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { timeInWords } from '../notes/note.ts';
import { preciseClockOf, type Recording } from '../recording.ts';
import { type Clip, clipHref, reelHref } from './clip.ts';
import { clipFields } from './clip-form.ts';

interface ItemOf {
  recording: Recording;
  /** Where it stands in one's own reel, from 0, if it can be changed. */
  own: { at: number; of: number } | null;
  visit: Visit;
}

/** One clip: a link that plays it; one's own can be moved, changed and taken away. */
export function clipItem(clip: Clip, { recording, own, visit }: ItemOf): Html {
  const times = timeInWords(clip);
  return html`<li${attributes({ class: 'clip', 'data-from': clip.fromMs, 'data-to': clip.toMs })}>
    <a class="play-clip" href="${clipHref(recording, clip)}"
      ><span class="note-time">${times}</span>${clip.title && html` <bdi>${clip.title}</bdi>`}</a
    >
    ${own && ownActs(clip, { recording, own, visit })}
  </li>`;
}

function ownActs(clip: Clip, { recording, own, visit }: ItemOf & { own: { at: number; of: number } }): Html {
  const which = clip.title || timeInWords(clip);
  const act = (part: string, button: string): Html =>
    form({
      action: reelHref(recording, `clips/${clip.id}/${part}`),
      button,
      describe: `${button}: ${which}`,
      quiet: true,
    });
  const action = reelHref(recording, `clips/${clip.id}`);
  const { values, errors } = visit.formAt(action);
  return html`<div class="acts">
      ${own.at > 0 && act('up', t('Up'))} ${own.at < own.of - 1 && act('down', t('Down'))}
      ${act('end', t('Take it away'))}
    </div>
    ${details(
      t('Change'),
      form(
        {
          action,
          button: t('Save'),
          quiet: true,
          errors,
          values: {
            from: preciseClockOf(clip.fromMs),
            until: preciseClockOf(clip.toMs),
            title: clip.title,
            ...values,
          },
        },
        clipFields,
      ),
      errors !== undefined,
    )}`;
}
