import { catalogue } from '#features/evidence/index.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { MemberKind } from '#platform/access/who.ts';
import type { Option } from '#ui/form.ts';

/** A role as people say it: "CPD leader". */
export function roleTitle(id: string): string {
  const found = catalogue().roles.find((each) => each.id === id);
  return found ? t(found.title) : id;
}

/** Which groups of the catalogue's roles each kind of member can be appointed to. */
const groupsFor: Readonly<Record<MemberKind, readonly string[]>> = {
  staff: ['leader', 'staff'],
  family: ['family'],
  pupil: [],
  guest: [],
};

/** The roles that a member of this kind can be given here; those held in a programme are given there. */
export const rolesFor = (kind: MemberKind): { id: string; title: string; plain: string; group: string }[] =>
  catalogue()
    .roles.filter((each) => groupsFor[kind].includes(each.group) && each.heldIn.includes('organisation'))
    .filter((each) => kind !== 'family' || each.id !== 'parent-carer');

/** Where the roles of staff belong, in the order in which they are offered. */
const belonging: readonly { heading: string; roles: readonly string[] }[] = [
  { heading: 'Leading the school', roles: ['head', 'senior-leader', 'senco', 'safeguarding-lead'] },
  {
    heading: 'Teaching and supporting classes',
    roles: ['teacher', 'early-career-teacher', 'trainee', 'teaching-assistant', 'librarian'],
  },
  {
    heading: 'Professional learning',
    roles: ['cpd-leader', 'mentor-co-ordinator', 'mentor', 'coach', 'assessor', 'research-translator'],
  },
  {
    heading: 'Running the school',
    roles: ['administrator', 'attendance-officer', 'cover-manager', 'data-manager', 'technician'],
  },
  {
    heading: 'Governance and beyond the school',
    roles: ['governor', 'trust-officer', 'adviser', 'policy-maker'],
  },
];

const order = belonging.flatMap(({ roles }) => roles);

/** To choose from, with what each is for, grouped by where it belongs. */
export const roleOptions = (kind: MemberKind, held: readonly string[] = []): Exclude<Option, string>[] =>
  rolesFor(kind)
    .filter(({ id }) => !held.includes(id))
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .map(({ id, title, plain }) => {
      const heading = belonging.find(({ roles }) => roles.includes(id))?.heading;
      return { value: id, label: t(title), hint: t(plain), group: heading && t(heading) };
    });
