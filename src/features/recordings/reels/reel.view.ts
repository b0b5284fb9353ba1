import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { attributes } from '#ui/attributes.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { player } from '../player.view.ts';
import { isPlayable } from '../recording.ts';
import { startOf } from '../start-of.ts';
import { type Clip, reelHref } from './clip.ts';
import { clipFields } from './clip-form.ts';
import { clipItem } from './clip-item.view.ts';
import type { OpenedReel } from './open-reel.ts';
import { offeredView } from './offered.view.ts';

/** The player and the reels; without its script each clip is a link that plays that stretch. */
export function reelView(opened: OpenedReel, visit: Visit): Html {
  const { recording, own, others } = opened;
  const chooses = opened.may('note') && !opened.item.endedAt && recording.state !== 'erased';
  const none = own.length === 0 && others.length === 0;
  return html`<recording-reel${attributes({ class: 'full', 'data-words': JSON.stringify(reelWords()) })}>
      ${isPlayable(recording) && html`<div id="player">${player(recording, startOf(visit))}</div>`}
      <div class="reel-tools"></div>
      ${
        none &&
        empty({
          says: chooses
            ? t('There is no clip yet. Choose a stretch below: the few seconds you want to talk about.')
            : t('There is no clip that you can see.'),
        })
      }
      ${own.length > 0 && ownReel(opened, visit, chooses)}
      ${others.map(
        ({ chooser, clips }) =>
          html`<h2>${t('Chosen by {name}', { name: chooser })}</h2>
            ${listOf(clips, (clip) => clipItem(clip, { recording, own: null, visit }))}`,
      )}
    </recording-reel>
    ${chooses && html`${addForm(opened, visit)} ${offeredView(opened, visit)}`}`;
}

const listOf = (clips: readonly Clip[], item: (clip: Clip, at: number) => Html): Html =>
  html`<ol class="reel">
    ${clips.map(item)}
  </ol>`;

function ownReel({ recording, own }: OpenedReel, visit: Visit, chooses: boolean): Html {
  const kept = own.filter(({ sharedAt }) => sharedAt === null).length;
  return html`<h2>${t('Your reel')}</h2>
    <p class="meta">
      ${
        kept === 0
          ? t('Shared: others who see this recording play it once they are ready themselves.')
          : kept === own.length
            ? t('Only you see it until you share it.')
            : tn(
                kept,
                'One clip is not shared: only you see it.',
                '{n} clips are not shared: only you see them.',
              )
      }
    </p>
    ${listOf(own, (clip, at) =>
      clipItem(clip, { recording, own: chooses ? { at, of: own.length } : null, visit }),
    )}
    ${
      chooses &&
      html`<div class="acts">
        ${kept > 0 && form({ action: reelHref(recording, 'share'), button: t('Share your reel'), quiet: true })}
        ${kept < own.length && form({ action: reelHref(recording, 'keep-back'), button: t('Keep it back'), quiet: true })}
      </div>`
    }`;
}

function addForm({ recording }: OpenedReel, visit: Visit): Value {
  const action = reelHref(recording, 'clips');
  const { values, errors } = visit.formAt(action);
  return html`<section aria-labelledby="add-clip">
    <h2 id="add-clip">${t('Add a stretch')}</h2>
    ${form({ action, button: t('Add it'), values: values ?? {}, errors }, clipFields)}
  </section>`;
}

/** The words of the page's script (src/browser/recording-reel.part.ts). */
const reelWords = (): Record<string, string> => ({
  playAll: t('Play one after another'),
  stop: t('Stop'),
  before: t('The clip before'),
  next: t('The next clip'),
  now: t('Clip {n} of {all}', { n: '{n}', all: '{all}' }),
  keys: t(
    'While one of these buttons or a clip has the focus, P plays or stops, J is the clip before, K the next.',
  ),
  ended: t('The reel is over.'),
});
