const longestName = 120;

/**
 * Whether what is sent is shown or saved, and under which name: twice, in plain letters for old readers and in
 * full, in whatever script (RFC 6266).
 */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const full = safeName(name);
  const ascii = full
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encodeRfc8187(full)}`;
}

/** No folders, no control characters, and none of the marks that make 'exe.pdf' out of 'fdp.exe'. */
function safeName(name: string): string {
  const clean = name
    .toWellFormed()
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[/\\:*?<>|]/g, '_')
    .replace(/^[.\s]+|\s+$/g, '');
  if (clean.length <= longestName) return clean || 'file';
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
  return clean.slice(0, longestName - ending.length).toWellFormed() + ending;
}

function encodeRfc8187(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
