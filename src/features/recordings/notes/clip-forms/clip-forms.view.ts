import { t } from '#platform/i18n/i18n.ts';
import { clipFormOf } from '#features/evidence/index.ts';
import { quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { addressOf } from '#ui/list.ts';
import type { PageOf } from '../../page-part.ts';
import { playHref, timeInWords } from '../note.ts';
import { clipFormHref, partsOf, type WrittenClipForm } from './clip-form.ts';

/** One clip at a time, each person's words in a column of their own. */
export function drawClipForms(rows: readonly WrittenClipForm[], page: PageOf): Value {
  const { recording } = page;
  const chosen = recording.clipForm ? clipFormOf(recording.clipForm) : undefined;
  if (rows.length === 0 && !chosen) return null;
  const clips = Map.groupBy(rows, ({ form: id, fromMs, toMs }) => `${id} ${fromMs} ${toMs}`);
  const writes = page.may('note') && recording.state !== 'erased' && !page.item.endedAt;
  return html`<section aria-labelledby="clip-forms">
    <h2 id="clip-forms">${t('Written about a clip')}</h2>
    ${
      clips.size === 0 &&
      html`<p>
        ${t('Choose a stretch of a minute or two. Each of you writes about it alone first; then both stand side by side.')}
      </p>`
    }
    ${[...clips.values()].map((clip) => oneClip(clip, page, writes))}
    ${
      writes &&
      chosen &&
      quietActions([{ label: t('Write about a clip'), href: clipFormHref(recording, 'new'), icon: 'edit' }])
    }
  </section>`;
}

function oneClip(clip: readonly WrittenClipForm[], page: PageOf, writes: boolean): Html {
  const me = page.visit.who.personId;
  const [first] = clip as [WrittenClipForm];
  const mine = clip.some(({ personId }) => personId === me);
  const title = clipFormOf(first.form)?.title ?? t('Notes on a clip');
  return html`<h3><a href="${playHref(page.recording.id, first)}">${timeInWords(first)}</a> ${title}</h3>
    <div class="written-beside">${clip.map((each) => column(each, me, writes))}</div>
    ${
      writes &&
      !mine &&
      quietActions([
        {
          label: t('Write yours about this clip'),
          href: addressOf(clipFormHref(page.recording, 'new'), {
            from: first.fromMs / 1000,
            until: first.toMs / 1000,
            form: first.form,
          }),
          icon: 'edit',
        },
      ])
    }`;
}

function column(written: WrittenClipForm, me: string, writes: boolean): Html {
  const own = written.personId === me;
  const { answers } = written;
  return html`<div>
    <p class="meta">
      ${own ? t('You') : html`<bdi>${written.writer}</bdi>`}${
        own && (written.sharedAt === null ? html`: ${t('only you read this')}` : html`: ${t('shared')}`)
      }
    </p>
    ${
      answers === null
        ? html`<p class="locked">${t('You read this once you say that you are ready.')}</p>`
        : definitionList(
            partsOf(written).map(({ id, title }) => ({
              term: title,
              says:
                (answers[id] ?? '') !== '' &&
                html`<span class="as-written" dir="auto">${answers[id] ?? ''}</span>`,
            })),
          )
    }
    ${own && writes && ownActs(written)}
  </div>`;
}

function ownActs(written: WrittenClipForm): Html {
  const at = { id: written.recordingId };
  const act = (part: string, button: string): Html =>
    form({ action: clipFormHref(at, `${written.id}/${part}`), button, quiet: true });
  return html`${quietActions([
      { label: t('Go on writing'), href: clipFormHref(at, `${written.id}/edit`), icon: 'edit' },
    ])}
    <div class="acts">
      ${written.sharedAt === null ? act('share', t('Share it')) : act('keep-back', t('Keep it back'))}
      ${act('end', t('Take it away'))}
    </div>`;
}
