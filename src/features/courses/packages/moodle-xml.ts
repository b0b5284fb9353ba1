import { textAt, type XmlElement } from './read-xml.ts';

/** Elements that hold what people wrote, handed in or were given. They are passed over while reading, wherever they stand. */
export const aboutPeople: ReadonlySet<string> = new Set(
  'discussions subscriptions digests readposts trackedprefs attempts overrides grades submissions userflags usermappings user_grades completions viewed posts'.split(
    ' ',
  ),
);

/** The words of an element, '' where Moodle writes that there is nothing. */
export function moodleValue(element: XmlElement | undefined, name: string): string {
  const value = textAt(element, name);
  return value === '$@NULL@$' ? '' : value;
}
