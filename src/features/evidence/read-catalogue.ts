import { fileURLToPath } from 'node:url';
import { type Catalogue, loadCatalogue } from './catalogue/catalogue.ts';

const folder = fileURLToPath(new URL('../../../catalogue/', import.meta.url));
let read: Catalogue | undefined;

/** The catalogue that comes with Staffroom: read and checked when first asked for, frozen, the same ever after. */
export const catalogue = (): Catalogue => (read ??= loadCatalogue(folder));
