import { comparableName } from '../names.ts';
import type { RosterMembership, RosterUnit } from '../roster.ts';
import type { Sheet } from '../sheet.ts';
import type { TableRow } from '../table.ts';
import type { PlainKind } from './kind.ts';
import { severalValues } from './values.ts';

/** Gathers the units that the rows of plain lists name, and who is in them. */
export interface UnitGatherer {
  readonly units: ReadonlyMap<string, RosterUnit>;
  readonly memberships: readonly RosterMembership[];
  add(sheet: Sheet, row: TableRow, person: { key: string; roles: readonly string[] }, kind: PlainKind): void;
}

const columns = ['department', 'form', 'class'] as const;

/**
 * Departments, forms and classes are made of the columns of those names; the same name (whatever its case) is
 * the same unit. A pupil is a pupil of it; staff are teacher or assistant when the Role column says so, and
 * members otherwise.
 */
export function gatherUnits(): UnitGatherer {
  const units = new Map<string, RosterUnit>();
  const memberships: RosterMembership[] = [];
  return {
    units,
    memberships,
    add(sheet, row, person, kind) {
      for (const column of columns) {
        const keys = new Set<string>();
        for (const name of severalValues(sheet.cell(row, column))) {
          const key = `${column}:${comparableName(name)}`;
          if (keys.has(key)) continue;
          keys.add(key);
          if (!units.has(key)) {
            units.set(key, { key, kind: column, name, yearLabels: [], termKeys: [], ended: false });
          }
          const role = kind === 'pupils' ? 'pupil' : staffRole(column, person.roles);
          const at = { file: sheet.file, line: row.line };
          memberships.push({ personKey: person.key, unitKey: key, role, ended: false, at });
        }
      }
    },
  };
}

function staffRole(column: (typeof columns)[number], roles: readonly string[]): RosterMembership['role'] {
  if (column === 'department') return 'member';
  if (roles.includes('teacher')) return 'teacher';
  return roles.includes('teaching-assistant') ? 'assistant' : 'member';
}
