import type { z } from 'zod';
import type { Visit } from '#platform/http/context.ts';
import type { Fields } from '#ui/form.ts';
import type { Html, Value } from '#ui/html.ts';
import type { icon } from '#ui/icons.ts';
import type { OpenedCourse } from '../course/open-course.ts';
import type { Activity } from '../course.ts';

type IconName = Parameters<typeof icon>[0];

/** An activity where it stands: what its kind needs to draw it. */
export interface Standing {
  opened: OpenedCourse;
  activity: Activity;
}

/**
 * What an activity can be. Everything that differs from one kind to the next stands in the file of the kind; sections,
 * dates, progress, copies and who reads know none of them.
 *
 *   Settings   what is stored of an activity of this kind, checked when it is saved and when it is read
 *   Facts      what its page asks of the database beside that; nothing for most
 */
export interface ActivityKind<Settings = unknown, Facts = unknown> {
  /** As stored: 'page'. */
  id: string;
  /** Offered to whoever adds an activity; others only come with what is brought in. */
  isOffered: boolean;
  icon: IconName;
  /** What it is called, in the reader's language: "A page". */
  title(): string;
  /** One sentence for whoever chooses. */
  plain(): string;
  settings: z.ZodType<Settings>;
  /** What its form sends beside title, minutes and day, as a schema's shape whose output is `Settings`. */
  input: z.ZodRawShape;
  /** Out of what the form sent. Throws `Refused` for what cannot be. */
  read(sent: Record<string, unknown>, visit: Visit, stored?: Settings): Promise<Settings> | Settings;
  fields(f: Fields, opened: OpenedCourse): Html;
  /** Stored settings as the form shows them. */
  values(settings: Settings): Record<string, unknown>;
  load(visit: Visit, standing: Standing, settings: Settings): Promise<Facts>;
  draw(settings: Settings, facts: Facts, standing: Standing, visit: Visit): Value;
}

/** Declares a kind; its settings and facts are known within it alone. */
export const kind = <Settings, Facts>(declared: ActivityKind<Settings, Facts>): ActivityKind =>
  declared as unknown as ActivityKind;
