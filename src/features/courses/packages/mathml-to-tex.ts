import type { Element, ElementContent } from 'hast';

/**
 * Mathematics as TeX: what the formula says of itself (an annotation, or its words), and otherwise from the few elements
 * that make up most formulas of schools. Null where there is more in it.
 */
export function texOf(math: Element): string | null {
  const annotation = find(
    math,
    (each) => each.tagName === 'annotation' && /tex/i.test(String(each.properties.encoding ?? '')),
  );
  if (annotation) return wordsIn(annotation).trim() || null;
  return drawn(math)?.trim() || null;
}

function find(element: Element, is: (each: Element) => boolean): Element | null {
  for (const child of elementsIn(element)) {
    const found = is(child) ? child : find(child, is);
    if (found) return found;
  }
  return null;
}

const elementsIn = ({ children }: Element): Element[] => children.filter((child) => child.type === 'element');

export const wordsIn = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(wordsIn).join('') : '';

/** Each with the number of parts it must have. */
const forms: Readonly<Record<string, (...parts: string[]) => string>> = {
  mfrac: (above, below) => `\\frac{${above}}{${below}}`,
  msup: (base, above) => `{${base}}^{${above}}`,
  msub: (base, below) => `{${base}}_{${below}}`,
  msubsup: (base, below, above) => `{${base}}_{${below}}^{${above}}`,
  mroot: (base, index) => `\\sqrt[${index}]{${base}}`,
};

const signs: Readonly<Record<string, string>> = {
  '×': '\\times ',
  '÷': '\\div ',
  '±': '\\pm ',
  '≤': '\\le ',
  '≥': '\\ge ',
  '≠': '\\ne ',
  '−': '-',
  '·': '\\cdot ',
  '∞': '\\infty ',
  π: '\\pi ',
  α: '\\alpha ',
  β: '\\beta ',
  θ: '\\theta ',
  '\u2061': '',
  '\u2062': '',
};

function drawn(element: Element): string | null {
  const parts = elementsIn(element);
  switch (element.tagName) {
    case 'mi':
    case 'mn':
    case 'mo':
      return Array.from(
        wordsIn(element).trim(),
        (sign) => signs[sign] ?? sign.replace(/[\\{}$%&#_^~]/, '\\$&'),
      ).join('');
    case 'mtext':
    case 'ms':
      return `\\text{${wordsIn(element).replace(/[\\{}$%&#_^~]/g, ' ')}}`;
    case 'mspace':
      return ' ';
    case 'math':
    case 'mrow':
    case 'mstyle':
    case 'mpadded':
    case 'semantics':
      return together(parts);
    case 'msqrt': {
      const inner = together(parts);
      return inner === null ? null : `\\sqrt{${inner}}`;
    }
    default: {
      const form = forms[element.tagName];
      const said = parts.map(drawn);
      return form && said.length === form.length && said.every((part) => part !== null)
        ? form(...said)
        : null;
    }
  }
}

function together(parts: Element[]): string | null {
  const said = parts.map(drawn);
  return said.includes(null) ? null : said.join('');
}
