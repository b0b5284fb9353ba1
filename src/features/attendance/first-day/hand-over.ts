/** How long a service may take to answer, in milliseconds. */
const patience = 10_000;

/**
 * Hands a text message over: a JSON of id, to and text, posted to the school's address. It follows no redirect and reads
 * nothing of what is answered but its status. Throws where it was not accepted, with a few words that say why.
 */
export async function handOver(
  address: string,
  text: { id: string; to: string; text: string },
  signal: AbortSignal,
): Promise<number> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(text),
    redirect: 'manual',
    signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`It was answered with ${answer.status}.`);
  return answer.status;
}
