import { z } from 'zod';
import { prose, ticked } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { shownFiles } from '#features/files/index.ts';
import { html } from '#ui/html.ts';
import { drawText } from '#ui/text/draw-text.ts';
import { parseText } from '#ui/text/parse-text.ts';
import { discussionView } from '../discussion/discussion.view.ts';
import { heardBy } from '../discussion/heard-by.ts';
import { type Post, selectPosts } from '../discussion/post.queries.ts';
import { kind } from './kind.ts';

const Settings = z.object({
  text: z.string(),
  /** Each group talks by itself; those who lead hear all. */
  apart: z.boolean().default(false),
});

/** A question that those in the course talk about in writing. */
export const discussionKind = kind<z.output<typeof Settings>, Post[]>({
  id: 'discussion',
  isOffered: true,
  icon: 'peer',
  title: () => t('A discussion'),
  plain: () => t('A question that everybody in the course answers and talks about.'),
  settings: Settings,
  input: { text: prose('Write what it is about.', 8000), apart: ticked() },
  read: ({ text, apart }) => ({ text: String(text), apart: apart === true }),
  fields: (f, { groups }) =>
    html`${f.textarea({ name: 'text', label: t('What it is about'), required: true, rows: 5, maxlength: 8000 })}
    ${
      groups.length > 0 &&
      f.checkbox({
        name: 'apart',
        label: t('Each group talks by itself'),
        hint: t('Those who lead hear all, and speak to all or answer within a group.'),
      })
    }`,
  values: (settings) => settings,
  load: (visit, { opened, activity }) =>
    selectPosts(visit.db, visit.organisationId, activity.id, heardBy(opened, visit.who.personId)),
  draw: ({ text, apart }, posts, standing, visit) =>
    html`${drawText(parseText(text), shownFiles(standing.opened.course.files))}
    ${discussionView(standing, posts, visit, apart)}`,
});
