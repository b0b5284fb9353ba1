import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { kindOf } from '../kinds/kinds.ts';
import { readQuestions } from '../survey/questions.ts';

/** A course that comes with the program, to be begun as one's own. */
export interface ReadyCourse {
  id: string;
  version: string;
  title: string;
  about: string;
  weeks: ReadyWeek[];
}

interface ReadyWeek {
  title: string;
  /** Markdown. */
  about: string;
  activities: ReadyActivity[];
}

export interface ReadyActivity {
  kind: 'page' | 'discussion' | 'survey';
  minutes: number;
  title: string;
  /** Markdown; of a survey what stands before its questions. */
  text: string;
  settings: unknown;
}

const Frame = z.strictObject({
  id: z.string(),
  version: z.string(),
  title: z.string().min(1),
  about: z.string().min(1),
  source: z.strictObject({ own: z.literal(true), basis: z.string(), document: z.string() }),
  weeks: z.array(z.strictObject({ title: z.string().min(1), file: z.string() })).min(1),
});
const Heading = z.tuple([
  z.enum(['page', 'discussion', 'survey']),
  z.coerce.number().int().min(1),
  z.string().min(1),
]);

const folder = new URL('../../../../catalogue/courses/', import.meta.url);
/** Each has a folder of its name in `catalogue/courses/`. */
const names = ['everyone', 'champions'] as const;

let read: ReadyCourse[] | undefined;

/** The courses that come with the program. Throws where a file is not as `catalogue/courses/README.md` says. */
export const readyCourses = (): readonly ReadyCourse[] => (read ??= names.map(readyCourse));

function readyCourse(name: string): ReadyCourse {
  const at = (file: string): string => readFileSync(new URL(`${name}/${file}`, folder), 'utf8');
  const { id, version, title, about, weeks } = Frame.parse(JSON.parse(at('course.json')));
  return {
    id,
    version,
    title,
    about,
    weeks: weeks.map((week) => ({ title: week.title, ...weekFrom(at(week.file)) })),
  };
}

/** What stands before the first `#` is said of the week; each `# kind | minutes | title` begins an activity. */
function weekFrom(text: string): Omit<ReadyWeek, 'title'> {
  const [about = '', ...pieces] = text.split(/^# /m);
  return { about: about.trim(), activities: pieces.map(activityFrom) };
}

function activityFrom(piece: string): ReadyActivity {
  const [head = '', ...lines] = piece.split('\n');
  const [kind, minutes, title] = Heading.parse(head.split('|').map((each) => each.trim()));
  const written = lines.join('\n').trim();
  const [first = '', ...rest] = kind === 'survey' ? written.split('\n\n') : [written];
  const settings =
    kind === 'page'
      ? { text: written, resourceId: null }
      : kind === 'survey'
        ? { text: first, questions: readQuestions(rest.join('\n')) }
        : { text: written };
  return { kind, minutes, title, text: first, settings: kindOf(kind)!.settings.parse(settings) };
}
