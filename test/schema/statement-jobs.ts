/**
 * The statements that may range over owners, by the name in their comment ("job: outbox-relay"), and
 * why each may. Pages never do: a page that needs one of these is built on rows of its own instead.
 */
export const STATEMENT_JOBS: Readonly<Record<string, string>> = {
  'outbox-relay': 'One relay per installation takes what is due from the outbox, whoever owns it.',
  'demo-door': 'The door of the demo, which holds one made-up school, lists whom one may be.',
  'file-sweep': 'What is in storage and no file or form of any owner stands for is cleared away at night.',
  'vault-sweep':
    'What is in the vault and no medium or upload of any owner stands for is cleared away at night.',
  'old-drafts': 'What was begun long ago and never sent is cleared away at night, whoever wrote it.',
  test: 'A test looks at what is stored, over all owners.',
};
