export const raisedPath = '/school/raised-needs';
export const raisePath = '/raised-needs';
export const newRaisedPath = `${raisePath}/new`;

export const raisedHref = (id: string, part: 'join' | 'take-back' | 'restore'): string =>
  `${raisePath}/${id}/${part}`;
