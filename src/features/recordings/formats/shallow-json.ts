import { Refused } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** Annotations are not nested more deeply than a collection, its page, an annotation, a target and a selector. */
const deepest = 16;

/** JSON out of a file from anywhere. Throws `Refused` beside `file` where it is none, or nested without end. */
export function parseShallow(text: string): Json {
  if (depthOf(text) > deepest) throw new Refused({ file: t('It is nested too deeply to be notes.') });
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new Refused({ file: t('This is no JSON: it ends too early, or a mark is missing in it.') });
  }
}

/** How deep the brackets go, without building anything. */
function depthOf(text: string): number {
  let [depth, most, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char === '\\') at++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{' || char === '[') most = Math.max(most, ++depth);
    else if (char === '}' || char === ']') depth--;
  }
  return most;
}

/** An object; what every object has by birth is no part of it. */
export const isRecord = (json: Json | undefined): json is { [name: string]: Json } =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** One or several texts, as JSON-LD writes either. */
export const manyOf = (json: Json | undefined): string[] =>
  [json ?? []].flat().filter((each) => typeof each === 'string');
