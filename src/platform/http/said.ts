/** What was just done, carried over one redirect in a cookie and shown once. */
export interface Said {
  text: string;
  undo?: string;
}

export const encodeSaid = (said: Said): string => Buffer.from(JSON.stringify(said)).toString('base64url');

export function decodeSaid(cookie: string | undefined): Said | null {
  if (!cookie) return null;
  try {
    const said = JSON.parse(Buffer.from(cookie, 'base64url').toString()) as Said;
    const undo = typeof said.undo === 'string' && /^\/(?!\/)/.test(said.undo) ? { undo: said.undo } : {};
    return typeof said.text === 'string' ? { text: said.text.slice(0, 500), ...undo } : null;
  } catch {
    return null;
  }
}
