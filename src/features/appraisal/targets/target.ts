import type { AudienceNote } from '#platform/http/content.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';

/** What a teacher is appraised on. `managers` are their line managers today. */
export interface Target {
  ownerId: string;
  id: string;
  personId: string;
  person: string;
  /** The school year, as people call it. */
  year: string;
  wording: string;
  looksLike: string;
  version: number;
  writtenAt: Date;
  /** The version that each of the two agreed to last. */
  personAgreed: number | null;
  managerAgreed: number | null;
  managerAgreedAt: Date | null;
  /** Who agreed for the school. */
  agreedBy: string | null;
  managers: { personId: string; name: string }[];
  endedAt: Date | null;
  /** When its author copied the wording out of a coaching goal; told to the author alone. */
  copiedAt: Date | null;
}

export const targetHref = ({ id }: { id: string }, below = ''): string =>
  `/appraisal/targets/${id}${below && `/${below}`}`;

export type Agreement = 'both' | 'person' | 'manager' | 'nobody';

/** Who agreed to the text as it stands: an agreement to an earlier version counts no more. */
export function agreementOf({
  version,
  personAgreed,
  managerAgreed,
}: Pick<Target, 'version' | 'personAgreed' | 'managerAgreed'>): Agreement {
  const [person, manager] = [personAgreed === version, managerAgreed === version];
  if (person && manager) return 'both';
  if (person) return 'person';
  return manager ? 'manager' : 'nobody';
}

/** Where a target stands, in a word or two. */
export function agreementInWords(agreement: Agreement, mine: boolean): string {
  switch (agreement) {
    case 'both':
      return t('agreed by both');
    case 'person':
      return mine ? t('you agreed; the line manager has not yet') : t('the teacher agreed; you have not yet');
    case 'manager':
      return mine ? t('the line manager agreed; you have not yet') : t('you agreed; the teacher has not yet');
    case 'nobody':
      return t('not agreed yet');
  }
}

/** Who can see a target, by name: its teacher and whoever is their line manager today. */
export function targetAudience(
  { personId, person, managers }: Pick<Target, 'personId' | 'person' | 'managers'>,
  me: string,
): AudienceNote {
  const names = [
    personId === me ? t('you') : person,
    ...managers.map((manager) => (manager.personId === me ? t('you') : manager.name)),
  ];
  const words = formatList(names);
  return {
    icon: names.length > 1 ? 'people' : 'private',
    words:
      managers.length > 0
        ? words.charAt(0).toLocaleUpperCase() + words.slice(1)
        : t('{name}, and a line manager once there is one', {
            name: personId === me ? t('You') : person,
          }),
    why: t(
      'A target is read by the teacher and whoever is their line manager at the time, and by nobody else, whatever their role. Nothing written in coaching, mentoring or practice can be reached from here. Each time somebody else opens it, the teacher can see that they did.',
    ),
  };
}

/** The school year around a day, where the school has not named one: '2026/27'. It begins with August. */
export function yearAround(today: string): string {
  const first = Number(today.slice(0, 4)) - (today.slice(5, 7) < '08' ? 1 : 0);
  return `${first}/${String((first + 1) % 100).padStart(2, '0')}`;
}
