import type { RosterOrganisation, RosterUnit } from '../roster.ts';
import { type Bundle, danglingReference, records } from './bundle.ts';

const kinds: Readonly<Record<string, RosterOrganisation['kind']>> = {
  school: 'school',
  district: 'trust',
  local: 'local-authority',
  state: 'agency',
  national: 'agency',
};

export interface Organisations {
  readonly organisations: readonly RosterOrganisation[];
  /** Departments, which OneRoster keeps among the organisations. */
  readonly departments: readonly RosterUnit[];
  /** An organisation's own key, or that of the organisation a department belongs to; undefined when unknown. */
  organisationOf(key: string): string | undefined;
  isDepartment(key: string): boolean;
}

/** Reads orgs.csv. A department becomes a unit of the nearest organisation above it. */
export function readOrganisations(bundle: Bundle): Organisations {
  const sheet = bundle.open('orgs');
  const found = new Map<string, { name: string; type: string; parent: string; ended: boolean }>();
  const organisations: RosterOrganisation[] = [];
  const departments: RosterUnit[] = [];
  const organisationOf = (key: string): string | undefined => {
    let at: string = key;
    for (let steps = 0; steps <= found.size; steps += 1) {
      const here = found.get(at);
      if (here === undefined) return undefined;
      if (here.type !== 'department') return at;
      at = here.parent;
    }
    return undefined;
  };
  const isDepartment = (key: string): boolean => found.get(key)?.type === 'department';
  if (sheet === null) return { organisations, departments, organisationOf, isDepartment };

  const heads = [...records(sheet, bundle.problems)];
  for (const { row, id, ended } of heads) {
    const name = sheet.cell(row, 'name') || id;
    const type = sheet.cell(row, 'type').toLowerCase();
    found.set(id, { name, type, parent: sheet.cell(row, 'parentSourcedId'), ended });
  }
  for (const { row, id } of heads) {
    const { name, type, parent, ended } = found.get(id)!;
    if (parent !== '' && !found.has(parent) && bundle.whole('orgs')) {
      bundle.problems.push(
        danglingReference(sheet, row, 'parentSourcedId', parent, 'orgs', 'value-left-out'),
      );
    }
    if (type === 'department') {
      const above = organisationOf(id);
      departments.push({
        key: id,
        ...(above === undefined ? {} : { organisationKey: above }),
        kind: 'department',
        name,
        yearLabels: [],
        termKeys: [],
        ended,
      });
      continue;
    }
    if (kinds[type] === undefined) {
      bundle.problems.push({
        code: 'unknown-type',
        effect: 'noted',
        file: sheet.file,
        line: row.line,
        column: 'type',
        value: type,
        message: `Row ${row.line} has a type of organisation that we do not know (“${type}”).`,
        advice: 'We take it for a school. Check it after the import.',
      });
    }
    const parentKey = found.has(parent) && parent !== id ? parent : undefined;
    const kind = kinds[type] ?? 'school';
    organisations.push({ key: id, name, kind, ...(parentKey === undefined ? {} : { parentKey }), ended });
  }
  return { organisations, departments, organisationOf, isDepartment };
}
