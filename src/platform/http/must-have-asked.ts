import type { Who } from '../access/who.ts';
import type { Access } from './route.ts';

/** A route under a policy that never asked the kernel has shown something nobody decided on. */
export function mustHaveAsked({ path, access }: { path: string; access: Access }, who: Who | null): void {
  const underPolicy = typeof access === 'object' && 'may' in access;
  if (underPolicy && who!.asked === 0) throw new Error(`${path} is under a policy and never asked it.`);
}
