import { currentLocale, t } from '#platform/i18n/i18n.ts';

const kept = new Map<string, string>();

/** The words of the page's script as JSON, put together once for each language. */
export function islandWords(): string {
  const locale = currentLocale();
  let words = kept.get(locale);
  if (words === undefined) kept.set(locale, (words = JSON.stringify(inThisLanguage())));
  return words;
}

/** What src/browser/recording-notes.part.ts says, so that it is translated in one place. */
const inThisLanguage = (): Record<string, string> => ({
  // The player and its keys.
  keys: t('Keys'),
  keysOn: t('Letters and digits work as keys'),
  goOn: t('The film goes on while I write'),
  close: t('Close'),
  play: t('Play or pause'),
  slower: t('Back and forward by five seconds'),
  tenth: t('Back and forward by one second'),
  frame: t('One picture back or forward'),
  noteHere: t('Note at this moment'),
  loop: t('Play a stretch again and again, or stop that'),
  jump: t('The note before, the note after'),
  save: t('Save the note'),
  saveNew: t('A new line in the note'),
  leave: t('Leave the note, or a stretch that is begun'),
  help: t('These keys'),
  tagMoment: t('marks a moment'),
  tagStretch: t('begins a stretch, and ends it'),
  keysHint: t('Press ? for the keys. None is taken while you write.'),
  // The timeline.
  timeline: t('Where the notes are'),
  timelineHint: t('Click to go there. Drag to choose a stretch.'),
  noTag: t('Without a tag'),
  stretch: t('{from} to {until}', { from: '{from}', until: '{until}' }),
  noteStretch: t('Note on this stretch'),
  playStretch: t('Play it again and again'),
  clearStretch: t('Leave the stretch'),
  began: t('“{tag}” begins at {time}', { tag: '{tag}', time: '{time}' }),
  marked: t('“{tag}” at {time}', { tag: '{tag}', time: '{time}' }),
  // The list.
  words: t('Words'),
  everybody: t('Everybody'),
  writtenBy: t('Written by'),
  tag: t('Tag'),
  allTags: t('All tags'),
  sort: t('Sort of note'),
  both: t('Both'),
  see: t('What I see'),
  make: t('What I make of it'),
  seen: t('Seen'),
  made: t('Made of it'),
  you: t('You'),
  one: t('One note'),
  many: t('{n} notes', { n: '{n}' }),
  part: t('{n} of {all} notes', { n: '{n}', all: '{all}' }),
  none: t('No note fits that.'),
  nothing: t('Nothing is noted yet. Stop anywhere, and write what you see and hear.'),
  nothingToRead: t('There is no note that you can read.'),
  follow: t('The list follows the player'),
  onlyYou: t('Only you'),
  locked: t('Locked until the talk is opened'),
  shared: t('Shared'),
  sharedNow: t('Shared: those who see this recording read it once they are ready.'),
  sharedLater: t('Shared, and locked: the others read it once the talk is opened.'),
  keptBack: t('Yours alone again. Whoever read it before has read it.'),
  share: t('Share'),
  keepBack: t('Keep back'),
  takeAway: t('Take away'),
  change: t('Change'),
  answer: t('Answer'),
  oneAnswer: t('1 answer'),
  answers: t('{n} answers', { n: '{n}' }),
  gone: t('Taken away.'),
  // Sending.
  waiting: t('Not sent yet'),
  retry: t('Send it again'),
  notKept: t('Not sent yet, and this device cannot keep it: stay on this page.'),
  signedOut: t('Not sent yet: sign in again in another tab, then send it again.'),
  failed: t('That was not done. Try once more.'),
  leaving: t('A note on a recording was not sent yet. If you sign out now, it is lost.'),
  saved: t('Noted. Only you read it until you share it.'),
  empty: t('Write a word or two, or choose a tag.'),
  howTime: t('Write the time as 3:07, or 1:03:07.'),
  wrongOrder: t('A stretch ends after it begins.'),
});
