export {
  type ClosureKind,
  insertClosures,
  insertTerms,
  type NamedDays,
  type TermKind,
} from './insert-dates.ts';
export { insertOrganisation, type NewOrganisation, type OrganisationKind } from './insert-organisation.ts';
