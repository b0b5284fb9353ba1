import { formatMinutes, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import type { Visit } from '#platform/http/context.ts';
import { quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { evidenceLabel } from '#ui/label.ts';
import { countedList } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { personName } from '#ui/person-name.ts';
import { crossLink } from '#features/evidence/index.ts';
import { fileList, uploadFields } from '#features/files/index.ts';
import { tryOutHref } from './addresses.ts';
import { revisitsView } from './revisits.view.ts';
import type { Comment, TryOut } from './select-try-out.ts';
import { parts, questionOf } from './try-out-form.ts';

interface TryOutView {
  tryOut: TryOut;
  mine: boolean;
  mayComment: boolean;
  /** Taken away by its author, who alone still sees it. */
  ended: boolean;
  visit: Visit;
}

export const tryOutView = ({ tryOut, mine, mayComment, ended, visit }: TryOutView): Html => html`
  ${ended && takenAway(tryOut)} ${account(tryOut)}
  <h2>${t('Photos and files')}</h2>
  ${
    tryOut.files.length > 0
      ? fileList(tryOut.files, (file) => mine || file.createdBy === visit.who.personId)
      : empty({ says: t('Nothing is attached. A photo of pupils’ work says a lot.') })
  }
  ${mine && !ended && addFiles(tryOut, visit)}
  ${
    mine &&
    !ended &&
    (tryOut.practice && tryOut.practiceId ? withPractice(tryOut) : revisitsView(tryOut, visit))
  }
  ${(tryOut.grants.length > 0 || tryOut.comments.length > 0) && talk(tryOut, mayComment && !ended, visit)}
  ${mine && !ended && more(tryOut)}
`;

/** What is tried of a practice is met again with it, not by itself. For its author. */
const withPractice = ({ ownerId, practiceId, practice }: TryOut): Html =>
  html`<h2>${t('Looking at it again')}</h2>
    <p>
      ${t('This belongs to what you practise, and is met again there:')}
      <a href="/practice/${ownerId}/${practiceId}">${practice!.words}</a>
    </p>`;

/** What was written, where the idea comes from, and what it is: one's own account, or more with pupils' work beside it. */
function account(tryOut: TryOut): Html {
  const written = (text: string): Value => text && html`<span class="as-written">${text}</span>`;
  return html`<p>
      ${evidenceLabel(tryOut.files.some(({ ofPupils }) => ofPupils) ? 'practice' : 'self-report')}
    </p>
    ${definitionList([
      ...parts.map((part) => ({ term: questionOf(part), says: written(tryOut.texts[part]) })),
      { term: t('What was kept the same'), says: written(tryOut.heldConstant) },
      { term: t('The one thing that was changed'), says: written(tryOut.changed) },
      { term: t('What it is called'), says: tryOut.technique },
      { term: t('Where the idea comes from'), says: ideaOf(tryOut) },
      {
        term: t('Programme'),
        says:
          tryOut.programme &&
          html`<a href="/programmes/${tryOut.programme.slug}">${tryOut.programme.title}</a>`,
      },
      { term: t('Time it took'), says: tryOut.minutes && formatMinutes(tryOut.minutes) },
    ])}`;
}

function ideaOf({ step, evidenceId }: TryOut): Value {
  if (step) return html`<a href="/programmes/${step.slug}/steps/${step.number}">${step.title}</a>`;
  const entry = evidenceId === null ? undefined : crossLink(evidenceId);
  return entry && html`<a href="${entry.href}">${t(entry.title)}</a>`;
}

function addFiles(tryOut: TryOut, visit: Visit): Html {
  const action = tryOutHref(tryOut, 'files');
  const { values, errors } = visit.formAt(action);
  return details(
    t('Add a photo or a file'),
    form({ action, button: t('Add it'), multipart: true, quiet: true, values, errors }, (f) =>
      uploadFields(f, { ownMaterial: true }),
    ),
    errors !== undefined,
  );
}

function talk(tryOut: TryOut, mayComment: boolean, visit: Visit): Html {
  const action = tryOutHref(tryOut, 'comments');
  const { values, errors } = visit.formAt(action);
  return html`<h2>${t('Questions and answers')}</h2>
    ${countedList({
      says: tn(tryOut.comments.length, '{n} note', '{n} notes'),
      items: tryOut.comments.map((comment) => commentEntry(tryOut, comment, visit.who.personId)),
      empty: empty({ says: t('Nobody has asked anything yet.') }),
    })}
    ${
      mayComment &&
      form({ action, button: t('Send'), values, errors, quiet: true }, (f) =>
        f.textarea({
          name: 'words',
          label: t('A question, or what you noticed'),
          hint: t('Everybody who can read this try-out reads it. It stays with the school.'),
          required: true,
        }),
      )
    }`;
}

const commentEntry = (tryOut: TryOut, comment: Comment, me: string): Html => html`
  <p class="meta">${personName({ name: comment.author })}, ${formatMoment(new Date(comment.at))}</p>
  <p class="as-written">${comment.words}</p>
  ${
    comment.authorId === me &&
    form({
      action: tryOutHref(tryOut, `comments/${comment.id}/end`),
      button: t('Take this note away'),
      describe: t('Take away your note of {when}', { when: formatMoment(new Date(comment.at)) }),
      quiet: true,
    })
  }
`;

const more = (tryOut: TryOut): Html =>
  html`<h2>${t('More')}</h2>
    ${quietActions([
      { label: t('Change what you wrote'), href: tryOutHref(tryOut, 'edit'), icon: 'edit' },
      ...(tryOut.version > 1
        ? [{ label: t('Earlier texts'), href: tryOutHref(tryOut, 'history'), icon: 'history' as const }]
        : []),
      {
        label: t('Try it again and log it'),
        href: `/my-learning/try-outs/new?${new URLSearchParams({
          ...(tryOut.programme && { programme: tryOut.programme.slug }),
          ...(tryOut.technique && { technique: tryOut.technique }),
          ...(tryOut.practiceId && { practice: tryOut.practiceId, kept: tryOut.heldConstant }),
        }).toString()}`,
      },
    ])}
    ${form({ action: tryOutHref(tryOut, 'end'), button: t('Take this try-out away'), quiet: true, danger: true })}`;

const takenAway = (tryOut: TryOut): Html =>
  notice(
    'info',
    html`${t('You took this away. Nobody else can open it.')}
    ${form({ action: tryOutHref(tryOut, 'bring-back'), button: t('Bring it back'), quiet: true })}`,
  );
