/**
 * Text out of a file from anywhere: one sort of line end, no mark at its beginning, and none of the characters that no
 * text has and the database does not take.
 */
export const plainText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
