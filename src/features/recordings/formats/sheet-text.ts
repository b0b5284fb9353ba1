/**
 * A cell as it was typed: our own sheets (platform/http/sheet.ts) put an apostrophe before what a spreadsheet would take
 * for a formula.
 */
export const asTyped = (cell: string): string => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell);
