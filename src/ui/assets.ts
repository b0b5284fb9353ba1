import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build, stop, transform } from 'esbuild';

export interface Asset {
  /** Changes whenever the content does, so it may be kept by browsers for ever. */
  path: string;
  type: string;
  body: Buffer;
  gzip: Buffer;
  brotli: Buffer;
}

/** By plain name: 'staffroom.css', 'browser.js', 'mark.svg', and the parts of the script: 'lesson-notes.js'. */
export type Assets = ReadonlyMap<string, Asset>;

export interface AssetFolders {
  /** The interface's own stylesheets and mark. */
  ui: string;
  /** Each feature may bring a stylesheet for what only it shows. */
  features: string;
  /** Holds browser.ts, which imports the custom elements. */
  browser: string;
}

const src = fileURLToPath(new URL('..', import.meta.url));
const ownFolders: AssetFolders = {
  ui: join(src, 'ui'),
  features: join(src, 'features'),
  browser: join(src, 'browser'),
};

/** Later rules win over earlier ones, so the order is fixed: ours, then features, then print. */
const first = ['tokens', 'base', 'layout', 'places', 'forms', 'choices', 'tables', 'components', 'tabs'];

/** Bundles, minifies and compresses what the browser fetches; done once, at start. */
export async function buildAssets(folders: AssetFolders = ownFolders): Promise<Assets> {
  const parts = await bundleParts(folders);
  const addresses = Object.fromEntries(parts.map(([name, { path }]) => [name.replace('.js', ''), path]));
  const [style, script, mark] = await Promise.all([
    bundleStyles(folders),
    bundleScript(join(folders.browser, 'browser.ts'), { PARTS: JSON.stringify(addresses) }),
    readFile(join(folders.ui, 'mark.svg')),
  ]);
  await stop();
  const assets = await Promise.all([
    finish('staffroom.css', 'text/css; charset=utf-8', style),
    finish('browser.js', 'text/javascript; charset=utf-8', script),
    finish('mark.svg', 'image/svg+xml', mark),
  ]);
  return new Map([...assets, ...parts]);
}

async function bundleStyles(folders: AssetFolders): Promise<Buffer> {
  const files = await stylesheets(folders);
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const { code } = await transform(texts.join('\n'), { loader: 'css', minify: true, target: 'es2022' });
  return Buffer.from(code);
}

/** Every stylesheet, in the order in which they apply. */
export async function stylesheets({ ui, features }: AssetFolders = ownFolders): Promise<string[]> {
  const own = await found(join(ui, '**/*.css'));
  const named = first.map((name) => join(ui, `${name}.css`));
  const print = join(ui, 'print.css');
  const rest = own.filter((file) => !named.includes(file) && file !== print);
  return [...named, ...rest, ...(await found(join(features, '**/*.css'))), print];
}

async function found(pattern: string): Promise<string[]> {
  return (await Array.fromAsync(glob(pattern))).toSorted();
}

/** What the script fetches by itself where a page has use for it: each `*.part.ts`, by itself. */
async function bundleParts({ browser }: AssetFolders): Promise<[string, Asset][]> {
  const files = await found(join(browser, '*.part.ts'));
  return Promise.all(
    files.map(async (file) =>
      finish(`${basename(file, '.part.ts')}.js`, 'text/javascript; charset=utf-8', await bundleScript(file)),
    ),
  );
}

/** @param define names that stand in the script for something known only here */
async function bundleScript(entry: string, define: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    legalComments: 'none',
    logLevel: 'silent',
    define: { ...define },
  });
  return Buffer.from(outputFiles[0]!.contents);
}

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

async function finish(name: string, type: string, body: Buffer): Promise<[string, Asset]> {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  const [stem, extension] = name.split('.') as [string, string];
  const [gzipped, brotli] = await Promise.all([
    toGzip(body, { level: 9 }),
    toBrotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  ]);
  return [name, { path: `/assets/${stem}.${hash}.${extension}`, type, body, gzip: gzipped, brotli }];
}
