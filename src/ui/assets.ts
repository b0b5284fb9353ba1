import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build, type BuildOptions, stop, transform } from 'esbuild';

export interface Asset {
  /** Changes whenever the content does, so it may be kept by browsers for ever. */
  path: string;
  type: string;
  body: Buffer;
  gzip: Buffer;
  brotli: Buffer;
  /** Its address stays when its content changes, so it is asked for anew each time. */
  mayChange?: boolean;
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
  const { parts, addresses } = await bundleParts(folders);
  const first = Object.fromEntries(Object.entries(addresses).map(([name, [own]]) => [name, own]));
  const which = await finish(
    'which-parts.js',
    javaScript,
    await bundleScript(join(folders.browser, 'which-parts.ts'), { PARTS: JSON.stringify(first) }),
  );
  const [style, script, mark] = await Promise.all([
    bundleStyles(folders),
    bundleScript(join(folders.browser, 'browser.ts'), { WHICH_PARTS: JSON.stringify(which[1].path) }),
    readFile(join(folders.ui, 'mark.svg')),
  ]);
  const assets = await Promise.all([
    which,
    finish('staffroom.css', 'text/css; charset=utf-8', style),
    finish('browser.js', javaScript, script),
    finish('mark.svg', 'image/svg+xml', mark),
  ]);
  const all = { ...addresses, ...Object.fromEntries(assets.map(([name, { path }]) => [name, [path]])) };
  const workers = await bundleWorkers(folders, all);
  await stop();
  return new Map([...assets, ...parts, ...workers]);
}

const javaScript = 'text/javascript; charset=utf-8';

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

/**
 * What the script fetches by itself where a page has use for it: each `*.part.ts`. What several of them share is a
 * file of its own, so that it is there once on a page. `addresses` are, by the part's name, its own address and then
 * those of what it shares.
 */
async function bundleParts({ browser }: AssetFolders): Promise<{
  parts: [string, Asset][];
  addresses: Record<string, string[]>;
}> {
  const files = await found(join(browser, '*.part.ts'));
  if (files.length === 0) return { parts: [], addresses: {} };
  const { outputFiles, metafile } = await build({
    ...bundling,
    entryPoints: files.map((file) => ({ in: file, out: basename(file, '.part.ts') })),
    outdir: '/assets',
    splitting: true,
    // The style of what only a part draws comes with the part.
    loader: { '.css': 'text' },
    entryNames: '[name].[hash]',
    chunkNames: 'shared.[hash]',
    metafile: true,
  });
  const contents = new Map(outputFiles.map(({ path, contents: bytes }) => [basename(path), bytes]));
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const withShared = (file: string, seen = new Set<string>()): string[] => {
    if (seen.has(file)) return [];
    seen.add(file);
    const shared = outputs.get(file)?.imports ?? [];
    return [`/assets/${file}`, ...shared.flatMap(({ path }) => withShared(basename(path), seen))];
  };
  const entries = [...outputs].filter(([, { entryPoint }]) => entryPoint?.endsWith('.part.ts'));
  const nameOf = new Map(entries.map(([file]) => [file, file.split('.')[0]!]));
  const parts = await Promise.all(
    [...contents].map(([file, bytes]) =>
      compressed(nameOf.has(file) ? `${nameOf.get(file)}.js` : file, {
        path: `/assets/${file}`,
        type: javaScript,
        body: Buffer.from(bytes),
      }),
    ),
  );
  return {
    parts,
    addresses: Object.fromEntries([...nameOf].map(([file, name]) => [name, withShared(file)])),
  };
}

/**
 * What stands between pages and the network where there may be none: each `*.worker.ts`. It answers for what lies
 * below its own folder, so `observations.worker.ts` is `/observations/worker.js`, the same address for ever; browsers
 * ask for it anew by themselves. `ASSETS` tells it the addresses of what pages are made of, by name.
 */
async function bundleWorkers(
  { browser }: AssetFolders,
  addresses: Readonly<Record<string, string[]>>,
): Promise<[string, Asset][]> {
  const files = await found(join(browser, '*.worker.ts'));
  return Promise.all(
    files.map(async (file) =>
      compressed(basename(file).replace('.ts', '.js'), {
        path: `/${basename(file, '.worker.ts')}/worker.js`,
        type: javaScript,
        body: await bundleScript(file, { ASSETS: JSON.stringify(addresses) }),
        mayChange: true,
      }),
    ),
  );
}

const bundling = {
  bundle: true,
  // Addresses that are written in are fetched by the browser.
  external: ['/assets/*'],
  minify: true,
  format: 'esm' as const,
  target: 'es2022',
  write: false as const,
  legalComments: 'none' as const,
  logLevel: 'silent' as const,
} satisfies BuildOptions;

/** @param define names that stand in the script for something known only here */
async function bundleScript(entry: string, define: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const { outputFiles } = await build({
    ...bundling,
    entryPoints: [entry],
    define: { ...define },
  });
  return Buffer.from(outputFiles[0]!.contents);
}

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

async function finish(name: string, type: string, body: Buffer): Promise<[string, Asset]> {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  const [stem, extension] = name.split('.') as [string, string];
  return compressed(name, { path: `/assets/${stem}.${hash}.${extension}`, type, body });
}

async function compressed(name: string, file: Omit<Asset, 'gzip' | 'brotli'>): Promise<[string, Asset]> {
  const [gzipped, brotli] = await Promise.all([
    toGzip(file.body, { level: 9 }),
    toBrotli(file.body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 10,
        [constants.BROTLI_PARAM_SIZE_HINT]: file.body.length,
      },
    }),
  ]);
  return [name, { ...file, gzip: gzipped, brotli }];
}
