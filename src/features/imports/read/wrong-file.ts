import type { Problem, UploadedFile } from './roster.ts';

/**
 * Says what a file is when it is plainly not text in columns: an old workbook, a PDF, a web page saved in its
 * place. Null when it may be what it should be.
 */
export function whatItIs({ name, bytes }: UploadedFile): Problem | null {
  const problem = (code: string, message: string, advice: string): Problem => ({
    code,
    effect: 'nothing-read',
    file: name,
    message,
    advice,
  });
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    return problem(
      'workbook',
      `${name} is a spreadsheet workbook, not CSV.`,
      'Open it, choose “Save as” and the type “CSV UTF-8”, and upload that file.',
    );
  }
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1000)).trimStart();
  if (start.startsWith('%PDF')) {
    return problem('pdf', `${name} is a PDF.`, 'Export the list as CSV, or save a spreadsheet as CSV.');
  }
  if (/^(?:ï»¿)?\s*<(?:!doctype html|html|head|\?xml)/i.test(start)) {
    return problem(
      'web-page',
      `${name} is a web page, not CSV. It is often a sign-in page that was saved in place of the list.`,
      'Sign in to the other system again, download the list, and look inside before you upload it.',
    );
  }
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!hasMark && bytes.subarray(0, 1000).includes(0)) {
    return problem(
      'not-text',
      `${name} is not a text file.`,
      'Save the list as CSV (“CSV UTF-8” where you can choose) and upload that file.',
    );
  }
  return null;
}
