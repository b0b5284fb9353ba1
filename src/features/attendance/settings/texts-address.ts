/** Hosts inside a school's own network, where a box that sends text messages often speaks plain HTTP. */
const within =
  /^(localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(1[6-9]|2\d|3[01])\.\d+\.\d+|\[::1\])$/;

/** Whether text messages may be handed over at this address: by HTTPS, or by HTTP within the school's own network. */
export function isTextsAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && within.test(hostname));
}
