/** Text as the database can hold it: the character of number nought, which nobody types, is left out. */
export const withoutNul = (text: string): string => text.replaceAll('\0', '');
