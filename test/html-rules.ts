import { readFile } from 'node:fs/promises';
import { HtmlValidate, StaticConfigLoader, type ConfigData } from 'html-validate';

const config = JSON.parse(
  await readFile(new URL('../.htmlvalidate.json', import.meta.url), 'utf8'),
) as ConfigData;

/** The rules are put together once, not again for each of thousands of documents. */
class SameRules extends StaticConfigLoader {
  #rules: ReturnType<StaticConfigLoader['getConfigFor']> | undefined;

  override getConfigFor(handle: string): ReturnType<StaticConfigLoader['getConfigFor']> {
    return (this.#rules ??= super.getConfigFor(handle));
  }
}
const validator = new HtmlValidate(new SameRules(config));

/** What is wrong with a document's markup, a line each; the rules stand in .htmlvalidate.json. */
export async function markupTroubles(document: string): Promise<string[]> {
  const { results } = await validator.validateString(document);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, message, ruleId }) => {
      const text = document
        .split('\n')
        [line - 1]?.slice(Math.max(0, column - 30), column + 90)
        .trim();
      return `${line}:${column} ${message} (${ruleId}): ${text}`;
    }),
  );
}
