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

/** To choose from, with what each is for. */
export const roleOptions = (kind: MemberKind, held: readonly string[] = []): Option[] =>
  rolesFor(kind)
    .filter(({ id }) => !held.includes(id))
    .map(({ id, title, plain }) => ({ value: id, label: t(title), hint: t(plain) }));
