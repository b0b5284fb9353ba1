export const registersPath = '/registers';
export const missingPath = '/registers/missing';
export const codesPath = '/school/attendance-codes';

/** One register: a class on a day, in the morning, the afternoon or a period. */
export interface RegisterPlace {
  /** The day, '2026-11-18'. */
  on: string;
  unitId: string;
  /** 'am', 'pm', or the id of the period. */
  slot: string;
}

export const registerHref = ({ on, unitId, slot }: RegisterPlace, part = ''): string =>
  `${registersPath}/${on}/${unitId}/${slot}${part === '' ? '' : `/${part}`}`;
