import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { pagePart } from '../page-part.ts';
import { type Clip, reelHref } from './clip.ts';
import { clipsList } from './reel.queries.ts';

/** On the page of a recording: how many clips were chosen, and the way to play them. */
export const reelOnPage = pagePart<Clip>({
  asks: (who, { id }) => clipsList({ ownerId: who.organisationId, personId: who.personId }, id),
  draw(clips, { recording, may, item }) {
    const chooses = may('note') && !item.endedAt && recording.state !== 'erased';
    if (clips.length === 0 && !chooses) return null;
    return html`<section aria-labelledby="clip-reel">
      <h2 id="clip-reel">${t('Clip reel')}</h2>
      <p>
        ${
          clips.length === 0
            ? t('The few stretches you want to talk about, one after another.')
            : tn(clips.length, 'One clip was chosen.', '{n} clips were chosen.')
        }
      </p>
      ${quietActions([
        clips.length === 0
          ? { label: t('Choose clips'), href: reelHref(recording), icon: 'add' }
          : { label: t('Play the reel'), href: reelHref(recording), icon: 'next' },
      ])}
    </section>`;
  },
});
