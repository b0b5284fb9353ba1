import { page, see } from '#platform/http/route.ts';
import { NotAllowed } from '#platform/errors.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { form, type FormOptions } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { details } from '#ui/details.ts';
import { selectInterviewNotes } from './interview-notes.queries.ts';
import { addressOf, openStartingPoints } from './open-starting-points.ts';
import { interviewNotesPolicy, startingPointsPolicy } from './starting-points.policy.ts';
import { partFields, textList } from './starting-points-form.ts';
import { selectToTalkAbout } from './write-starting-points.queries.ts';

const draftOf = (id: string): string => `interview:${id}`;
const draftOfNotes = (id: string): string => `interview-notes:${id}`;

/** Where somebody with whom starting points are shared notes what was said in a talk about them. */
export const interviewPage = page('/starting-points/:person/:id/interview', {
  purpose: 'learning',
  access: startingPointsPolicy,
  async load(visit) {
    const item = await openStartingPoints(visit, 'read');
    if (item.authorId === visit.who.personId)
      throw new NotAllowed(
        'Notes of a talk are written by the person you talked with.',
        'Share your starting points with them.',
      );
    const stored = await selectToTalkAbout(visit.db, item, visit.who, draftOf(item.id));
    if (stored.ownNotesId && !visit.arrival.form) return see(`/interview-notes/${stored.ownNotesId}/edit`);
    return { item, stored, form: visit.formAt(`${addressOf(item)}/interview`), today: visit.today };
  },
  view: ({ item, stored, form: state, today }) => ({
    title: t('A talk with {name}', { name: stored.author }),
    audience: betweenYou([stored.author]),
    trail: [
      { label: t('Shared with me'), href: '/my-learning/starting-points/shared' },
      { label: stored.title, href: addressOf(item) },
    ],
    body: html`${details(t('What {name} wrote', { name: stored.author }), textList(stored.texts))}
    ${notesForm({
      ...state,
      values: state.values ?? stored.draft ?? { held_on: today },
      button: t('Save the notes'),
      draft: draftOf(item.id),
      cancel: addressOf(item),
    })}`,
  }),
});

export const editInterviewNotesPage = page('/interview-notes/:notes/edit', {
  purpose: 'learning',
  access: interviewNotesPolicy,
  async load(visit) {
    const item = await visit.open(interviewNotesPolicy, visit.params.notes!);
    visit.who.must('write', interviewNotesPolicy, item);
    const [notes, draft] = await Promise.all([
      selectInterviewNotes(visit.db, visit.organisationId, item.id),
      visit.draft(draftOfNotes(item.id)),
    ]);
    return { notes, draft, form: visit.formAt(`/interview-notes/${item.id}/edit`) };
  },
  view: ({ notes, draft, form: state }) => ({
    title: t('A talk with {name}', { name: notes.teacher }),
    audience: betweenYou([notes.teacher]),
    trail: [{ label: t('Notes of the talk'), href: `/interview-notes/${notes.id}` }],
    body: notesForm({
      ...state,
      values: state.values ?? draft ?? { ...notes.texts, held_on: notes.heldOn },
      button: t('Save the notes'),
      hidden: { version: notes.textsVersion },
      draft: draftOfNotes(notes.id),
      cancel: `/interview-notes/${notes.id}`,
    }),
  }),
});

/** Who sees the notes of a talk: the two who had it. */
export const betweenYou = (others: readonly string[]): AudienceNote => ({
  icon: 'people',
  words: t('You and {names}', { names: formatList(others) }),
  why: t(
    'Notes of a talk are written together, so they stay in the school’s keeping. Only the two who talked can open them, whatever anybody’s role. Nothing of it goes to appraisal.',
  ),
});

const notesForm = (options: FormOptions): Html =>
  form(options, (f) => [
    f.date({ name: 'held_on', label: t('When you talked'), required: true }),
    partFields(f, true),
  ]);
