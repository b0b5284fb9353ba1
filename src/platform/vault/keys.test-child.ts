import { openKeys } from './keys.ts';

/** Starts as a process of its own would, and says how its key wraps another, for keys.test.ts. */
const keys = await openKeys(process.argv[2]!);
const { wrapped } = keys.newKey('019ab6d2-0000-7000-8000-000000000001');
process.send!(wrapped.toString('hex'));
process.disconnect();
