import type { Visit } from '#platform/http/context.ts';
import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { filters, pager } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { takenAway } from '#ui/taken-away.ts';
import { tagTitles } from '../notes/tags.ts';
import { recordingHref } from '../recording.ts';
import { mayCorrect, type OpenedTranscript } from './open-transcript.ts';
import { talkTimeView } from './talk-time.view.ts';
import { utterancesAPage } from './transcript.queries.ts';
import { type Transcript, transcriptHref } from './transcript.ts';
import { utteranceRows } from './utterance-rows.view.ts';

/** What was said, who said how much of it, and what can be done with it. */
export function transcriptView(opened: OpenedTranscript, visit: Visit): Html {
  const { transcript, talk, recording } = opened;
  if (!transcript)
    return html`${empty({
      says: opened.mine
        ? t(
            'There is no transcript yet. Bring captions or a sheet in, or type what was said, a line for each utterance.',
          )
        : t('There is no transcript yet. The teacher whose lesson it is can bring one in.'),
    })}
    ${opened.mine && earlierOnes(opened)}`;
  return html`<p class="meta">${whereFrom(transcript)}</p>
    ${said(opened, visit)} ${talkTimeView(talk, recording.durationMs)} ${tagFigures(opened)}
    ${mayCorrect(opened) && speakers(opened, visit)} ${files(opened)} ${opened.mine && theAuthors(opened)}`;
}

const whereFrom = ({ maker, createdAt, origin }: Transcript): string => {
  const how = { vtt: t('from captions'), csv: t('from a sheet'), typed: t('typed') }[origin];
  return t('Brought in by {name} on {when}, {how}', { name: maker, when: formatMoment(createdAt), how });
};

function said(opened: OpenedTranscript, visit: Visit): Html {
  const { recording, utterances, narrow } = opened;
  const narrowed = Object.values(narrow).some(Boolean);
  const total = utterances[0]?.total ?? 0;
  const path = transcriptHref(recording);
  return html`<h2 id="said">${t('What was said')}</h2>
    ${narrowForm(opened, narrowed)}
    ${
      total === 0
        ? empty({
            says: narrowed
              ? t('Nothing that was said fits that. Show everything to see it all again.')
              : t('Nothing that was said is in it any more.'),
          })
        : html`<p class="count">${tn(total, '{n} utterance', '{n} utterances')}</p>
            <div class="spoken full">${utteranceRows(opened, visit)}</div>`
    }
    ${pager({ page: visit.pageNumber, pages: Math.ceil(total / utterancesAPage), path, query: { ...narrow } })}`;
}

const narrowForm = ({ recording, talk, tags, narrow, ownSets }: OpenedTranscript, narrowed: boolean): Html =>
  filters(
    { action: transcriptHref(recording), values: { ...narrow }, narrowed },
    (f) =>
      html`${f.search({ name: 'words', label: t('Words') })}
      ${f.select({
        name: 'speaker',
        label: t('Speaker'),
        all: t('All speakers'),
        options: talk.flatMap(({ speaker }) => speaker || []),
      })}
      ${
        tags.length > 0 &&
        f.select({
          name: 'tag',
          label: t('Tag'),
          all: t('All tags'),
          options: tags.map(({ tag }) => ({ value: tag, label: tagTitles(ownSets).get(tag) ?? tag })),
        })
      }`,
  );

const tagFigures = ({ recording, tags, ownSets }: OpenedTranscript): Value =>
  tags.length > 0 &&
  html`<section aria-labelledby="said-tags">
    <h2 id="said-tags">${t('Tags on what was said')}</h2>
    ${table({
      caption: t('Tags on what was said'),
      captionHidden: true,
      columns: [
        { label: t('Tag'), wide: true },
        { label: t('Utterances'), numeric: true },
      ],
      rows: tags.map(({ tag, utterances }) => [
        html`<a href="${transcriptHref(recording)}?tag=${encodeURIComponent(tag)}#said"
          >${tagTitles(ownSets).get(tag) ?? tag}</a
        >`,
        utterances,
      ]),
      empty: '',
    })}
    <p class="meta">${t('These are facts about one clip, as far as it was tagged.')}</p>
  </section>`;

/** One speaker's name, everywhere at once. */
function speakers({ recording, talk }: OpenedTranscript, visit: Visit): Html {
  const action = transcriptHref(recording, 'speaker');
  const { values, errors } = visit.formAt(action);
  return details(
    t('Rename a speaker'),
    form(
      { action, button: t('Rename everywhere'), values: values ?? {}, errors },
      (f) =>
        html`${f.select({
          name: 'from',
          label: t('Speaker'),
          options: talk.flatMap(({ speaker }) =>
            speaker === null ? [] : [{ value: speaker, label: speaker || t('Speaker not named') }],
          ),
        })}
        ${f.text({
          name: 'to',
          label: t('New name'),
          hint: t(
            'Two speakers under one name become one. Initials or “Pupil 3” are enough: a full name is seldom needed.',
          ),
          unmarked: true,
        })}`,
    ),
    errors !== undefined,
  );
}

const files = ({ recording }: OpenedTranscript): Html =>
  html`<h2>${t('As a file')}</h2>
    ${quietActions([
      { label: t('Captions (WebVTT)'), href: recordingHref(recording, 'transcript.vtt'), icon: 'download' },
      { label: t('Sheet (CSV)'), href: recordingHref(recording, 'transcript.csv'), icon: 'download' },
    ])}
    <p class="meta">${t('A file is no longer protected by this page. Names of pupils go with it.')}</p>`;

function theAuthors(opened: OpenedTranscript): Value {
  const { recording, item } = opened;
  if (item.endedAt || recording.state === 'erased') return null;
  return html`${quietActions([
      { label: t('Bring another in'), href: transcriptHref(recording, 'new'), icon: 'add' },
    ])}
    <div class="acts">
      ${form({ action: transcriptHref(recording, 'end'), button: t('Take the transcript away'), quiet: true })}
    </div>
    ${earlierOnes(opened)}`;
}

/** Each that was there before can be brought back. */
const earlierOnes = ({ recording, earlier }: OpenedTranscript): Value =>
  takenAway(
    tn(earlier.length, 'One from before', '{n} from before'),
    earlier.map((each) => ({
      id: each.id,
      title: whereFrom(each),
      restore: recordingHref(recording, `transcripts/${each.id}/bring-back`),
    })),
  );
