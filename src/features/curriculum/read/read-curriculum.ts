import { t } from '#platform/i18n/i18n.ts';
import { decodeText } from '#features/imports/index.ts';
import { type CurriculumFile, type FrameworkDocument, mostStatements } from './framework-document.ts';
import { readCase } from './read-case.ts';
import { readTable } from './read-table.ts';
import { readTurtle } from './read-turtle.ts';

/**
 * A curriculum out of the files that somebody chose, told by what is in them and not by their names: linked data
 * (Turtle, several files), CASE (JSON) or a table (CSV). Nothing is fetched from elsewhere, whatever a file names.
 */
export async function readCurriculum(
  files: readonly CurriculumFile[],
  language: string,
): Promise<FrameworkDocument | { unreadable: string }> {
  const read = await readBy(files, language);
  if ('unreadable' in read) return read;
  if (read.statements.length === 0) return { unreadable: t('We found no statement in it.') };
  if (read.statements.length > mostStatements)
    return {
      unreadable: t('It holds more than {n} statements: bring it in by subjects.', { n: mostStatements }),
    };
  return read;
}

async function readBy(
  files: readonly CurriculumFile[],
  language: string,
): Promise<FrameworkDocument | { unreadable: string }> {
  const [file] = files;
  if (!file) return { unreadable: t('Choose a file.') };
  const starts = decodeText(file.bytes.subarray(0, 4000)).text;
  if (/^\s*[{[]/.test(starts)) {
    const value = parsed(file.bytes);
    if (value !== undefined)
      return files.length === 1 ? readCase(value) : { unreadable: t('Choose one file of CASE at a time.') };
  }
  if (/^\s*(?:@prefix|@base|prefix\s|<https?:|#)/im.test(starts)) return readTurtle(files, language);
  return files.length === 1 ? readTable(file) : { unreadable: t('Choose one table at a time.') };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes).text);
  } catch {
    return undefined;
  }
}
