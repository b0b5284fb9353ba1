import { isId } from '../db/ids.ts';

/** The field in which a form that came back says which of the files that wait go with it. */
export const HELD_FIELD = 'held_files';

/** A file that waits, as its box in the form names it: whatever else is known of it stays with the server. */
interface HeldUpload {
  id: string;
  field: string;
  name: string;
}

export const heldValue = ({ id, field, name }: HeldUpload): string => `${id}:${field}:${name}`;

/** The files that wait, out of the field of the form; each with the value of its box. */
export function heldUploads(sent: unknown): (HeldUpload & { value: string })[] {
  return [sent ?? []].flat().flatMap((value) => {
    const [, id, field, name] = /^([^:]*):([^:]*):(.*)$/s.exec(String(value)) ?? [];
    return id && name && isId(id) ? [{ id, field: field!, name, value: String(value) }] : [];
  });
}
