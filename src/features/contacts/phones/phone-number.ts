/** What a number is for. */
export const phoneLabels = ['mobile', 'home', 'work', 'other'] as const;
export type PhoneLabel = (typeof phoneLabels)[number];

/** The number as a telephone dials it: '+447700900123', '02920900123'. */
export const dialled = (number: string): string => {
  const bare = number.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  return bare.startsWith('00') ? `+${bare.slice(2)}` : bare;
};

/** Whether somebody could be called by it: five to fifteen digits, a plus only at the beginning, an extension after it. */
export const isPhoneNumber = (number: string): boolean => {
  const [main = ''] = number.split(/\s*(?:ext\.?|x)\s*/i);
  return /^[\d\s().+/-]+$/.test(main) && /^\+?\d{5,15}$/.test(dialled(main));
};

/** As it is read aloud, where the country is written and known; otherwise as it was written. It stays on one line. */
export function phoneInWords(number: string): string {
  const british = /^\+44(\d{4})(\d{6})$/.exec(dialled(number));
  return (british ? `+44 ${british[1]} ${british[2]}` : number).replaceAll(' ', '\u00a0');
}

/** Where a press on the number leads. An extension is not dialled. */
export const telHref = (number: string): string =>
  `tel:${dialled(number.split(/\s*(?:ext\.?|x)\s*/i)[0] ?? '')}`;
