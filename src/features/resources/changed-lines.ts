export interface ChangedLine {
  kind: 'in' | 'out';
  text: string;
}

/** So many lines are compared; of a longer page the rest counts as changed. */
const mostLines = 1500;

/** The lines that one text has and the other has not, in reading order, by their longest common sequence. */
export function changedLines(before: string, after: string): ChangedLine[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length > mostLines || right.length > mostLines)
    return [...left.map(out), ...right.map(into)].filter(({ text }) => text !== '');
  const common = lengths(left, right);
  const found: ChangedLine[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      i++;
      j++;
    } else if (j >= right.length || (i < left.length && common[i + 1]![j]! >= common[i]![j + 1]!))
      found.push(out(left[i++]!));
    else found.push(into(right[j++]!));
  }
  return found.filter(({ text }) => text !== '');
}

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trimEnd());
const out = (text: string): ChangedLine => ({ kind: 'out', text });
const into = (text: string): ChangedLine => ({ kind: 'in', text });

/** How many lines the rests of both have in common, from each place in either. */
function lengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] =
        a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  return table;
}
