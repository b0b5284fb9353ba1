export const classDoorPath = '/sign-in/class';
export const doorHref = (code: string, child?: string): string =>
  child === undefined ? `${classDoorPath}/${code}` : `${classDoorPath}/${code}/${child}`;

export const cardsHref = (unit: string, part?: 'again' | 'let-in' | 'end-sessions'): string =>
  `/people/units/${unit}/picture-cards${part === undefined ? '' : `/${part}`}`;
