/**
 * What was worked out for a key, kept for the next time; all is forgotten when there are `most` of them, so
 * that memory stays bounded whatever comes.
 */
export function remembered<Key, Value>(work: (key: Key) => Value, most = 5000): (key: Key) => Value {
  const kept = new Map<Key, Value>();
  return (key) => {
    let value = kept.get(key);
    if (value === undefined) {
      value = work(key);
      if (kept.size >= most) kept.clear();
      kept.set(key, value);
    }
    return value;
  };
}
