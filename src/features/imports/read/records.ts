/** One record of a delimited file: its cells, and the line on which it starts (from 1). */
export interface CsvRecord {
  readonly line: number;
  readonly cells: string[];
  /** A cell begins with a quotation mark and does not end with one; the line was then split as it stands. */
  readonly strayQuote?: true;
}

/** In characters: what a spreadsheet allows in one cell, rounded up. */
const longestCell = 40_000;

/**
 * Splits delimited text into records, as RFC 4180 says and spreadsheets do: quoted cells may hold delimiters,
 * doubled quotes and line breaks; a quote inside an unquoted cell is an ordinary character.
 * Never throws. Lines without a quote take a short path, which is what makes large bundles quick.
 */
export function* readRecords(text: string, delimiter: string, firstLine = 1): Generator<CsvRecord> {
  const lineBreak = text.includes('\n') ? '\n' : '\r';
  let position = 0;
  let line = firstLine;
  let nextQuote = text.indexOf('"');
  while (position < text.length) {
    const lineEnd = endOfLine(text, position, lineBreak);
    if (nextQuote !== -1 && nextQuote < position) nextQuote = text.indexOf('"', position);
    if (nextQuote === -1 || nextQuote >= lineEnd) {
      yield { line, cells: text.slice(position, withoutReturn(text, position, lineEnd)).split(delimiter) };
      position = lineEnd + 1;
      line += 1;
      continue;
    }
    const quoted = readQuotedRecord(text, position, delimiter, lineBreak);
    if (quoted === null) {
      const cells = text.slice(position, withoutReturn(text, position, lineEnd)).split(delimiter);
      yield { line, cells, strayQuote: true };
      position = lineEnd + 1;
      line += 1;
      continue;
    }
    yield { line, cells: quoted.cells };
    position = quoted.end;
    line += quoted.lines;
  }
}

function endOfLine(text: string, from: number, lineBreak: string): number {
  const found = text.indexOf(lineBreak, from);
  return found === -1 ? text.length : found;
}

/** The end of a line's text: before the `\r` of a `\r\n`. */
function withoutReturn(text: string, start: number, end: number): number {
  return end > start && text[end - 1] === '\r' ? end - 1 : end;
}

/**
 * Reads one record that holds a quote. Null when a quoted cell does not close properly: a closing quote is
 * followed by a delimiter or the end of the line, so one stray quote cannot swallow the rows after it.
 */
function readQuotedRecord(text: string, start: number, delimiter: string, lineBreak: string) {
  const cells: string[] = [];
  let lines = 1;
  let position = start;
  let lineEnd = endOfLine(text, position, lineBreak);
  for (;;) {
    let at = position;
    while (text[at] === ' ') at += 1;
    if (text[at] === '"') {
      const quoted = readQuotedCell(text, at + 1, lineBreak);
      if (quoted === null) return null;
      cells.push(quoted.value);
      lines += quoted.lineBreaks;
      if (quoted.end > lineEnd) lineEnd = endOfLine(text, quoted.end, lineBreak);
      position = quoted.end;
      while (text[position] === ' ') position += 1;
      if (text[position] === '\r' && position + 1 === lineEnd) position += 1;
      if (position >= lineEnd) return { cells, end: lineEnd + 1, lines };
      if (text[position] !== delimiter) return null;
      position += 1;
      continue;
    }
    let end = position;
    while (end < lineEnd && text[end] !== delimiter) end += 1;
    if (end === lineEnd) {
      cells.push(text.slice(position, withoutReturn(text, position, lineEnd)));
      return { cells, end: lineEnd + 1, lines };
    }
    cells.push(text.slice(position, end));
    position = end + 1;
  }
}

function readQuotedCell(text: string, start: number, lineBreak: string) {
  let value = '';
  let position = start;
  while (value.length <= longestCell) {
    const quote = text.indexOf('"', position);
    if (quote === -1) return null;
    value += text.slice(position, quote);
    if (text[quote + 1] !== '"') {
      const lineBreaks = value.split(lineBreak).length - 1;
      return { value: value.replaceAll('\r\n', '\n'), end: quote + 1, lineBreaks };
    }
    value += '"';
    position = quote + 2;
  }
  return null;
}
