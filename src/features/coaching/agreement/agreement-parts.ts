import type { CurrentText } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import { relationshipOf, type Relationship } from '../relationships.ts';
import { presentIn, type Member, type Together } from '../together.ts';

type Part = Relationship['agreement'][number];

/** Somebody signed a version. */
export interface Signature {
  version: number;
  personId: string;
  name: string;
  at: Date;
}

type Agreement = Pick<Together, 'kind' | 'answers' | 'textVersion' | 'inForceVersion' | 'people'>;

/** The parts that the catalogue gives to a kind, in order. */
export const partsOf = ({ kind }: Pick<Together, 'kind'>): readonly Part[] => relationshipOf(kind).agreement;

/** The name of a part's field in the form. */
export const fieldOf = ({ id }: Pick<Part, 'id'>): string => `part-${id}`;

/** What has no words yet. Before all is written, nothing can be signed. */
export const missingIn = (agreement: Pick<Together, 'kind' | 'answers'>): Part[] =>
  partsOf(agreement).filter(({ id }) => !agreement.answers[id]);

/** Those who are in it and have not signed the text as it stands. */
export const unsignedBy = (agreement: Agreement, signatures: readonly Signature[]): Member[] =>
  presentIn(agreement).filter(
    ({ personId }) =>
      !signatures.some((each) => each.version === agreement.textVersion && each.personId === personId),
  );

/** Where the agreement stands: nothing written, parts missing, waiting to be signed, or in force. */
export function agreementState(agreement: Agreement): 'none' | 'writing' | 'signing' | 'in-force' {
  if (agreement.textVersion === 0) return 'none';
  if (agreement.inForceVersion === agreement.textVersion) return 'in-force';
  return missingIn(agreement).length > 0 ? 'writing' : 'signing';
}

/** What the text is, field by field, for laying two beside each other. */
export const textFields = (
  agreement: Pick<Together, 'kind' | 'answers' | 'lookAgainOn'>,
): CurrentText['fields'] => [
  ...partsOf(agreement).map((part) => ({
    name: fieldOf(part),
    label: part.title,
    text: agreement.answers[part.id] ?? '',
  })),
  {
    name: 'look_again_on',
    label: t('On which day do you look at this again?'),
    text: agreement.lookAgainOn ?? '',
  },
];
