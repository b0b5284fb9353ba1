import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '#test/random.ts';
import { flaggedWords, wordsOf } from './flags.ts';

const words = ['stupid', 'idiot', 'dumme Kuh', 'naïve', 'غبي', 'дурак', '笨蛋', 'twp'];
const harmless = [
  'the',
  'Scunthorpe',
  'stupidity',
  'idiotic',
  'dumm',
  'Kuhstall',
  'nai',
  'غبيبا',
  'дурака',
  'book',
  'twpsyn',
];

test('whole words are found, whatever stands around them, and never the middle of another', () => {
  const random = seeded(7);
  for (let round = 0; round < 500; round++) {
    const word = random.pick(words);
    const around = () => random.some(harmless, 0.3).join(random.pick([' ', ', ', '\n']));
    const ends = random.pick([' ', '. ', '! ', ' – ', '\n', '"']);
    assert.ok(flaggedWords(`${around()}${ends}${word}${ends}${around()}`, words).includes(word), word);
    assert.deepEqual(flaggedWords(`${around()} ${around()}`, words), []);
  }
});

test('case, accents, marks and characters that are not seen make no difference', () => {
  const random = seeded(8);
  const disguises = [
    (word: string) => word.toUpperCase(),
    (word: string) => word.normalize('NFD'),
    (word: string) => [...word].join('\u00ad'),
    (word: string) => [...word].join('\u200b'),
    (word: string) => [...word].map((letter) => `${letter}\u0301`).join(''),
    (word: string) => word.replace('ï', 'i'),
  ];
  for (let round = 0; round < 300; round++) {
    const word = random.pick(words.filter((each) => each !== '笨蛋'));
    const disguise = random.pick(disguises);
    assert.ok(flaggedWords(`You are ${disguise(word)}, you`, words).includes(word), disguise(word));
  }
  assert.deepEqual(flaggedWords('ｓｔｕｐｉｄ', words), ['stupid'], 'full width');
});

test('a phrase is found with any space between, and where a script has no spaces a word is found wherever it stands', () => {
  assert.deepEqual(flaggedWords('du DUMME\n  kuh', words), ['dumme Kuh']);
  assert.deepEqual(flaggedWords('dumme alte Kuh', words), []);
  assert.deepEqual(flaggedWords('你是笨蛋吗', words), ['笨蛋']);
});

test('a list is kept as it was typed, without empty lines and what is there twice', () => {
  assert.deepEqual(wordsOf(' Stupid \n\nstupid\n!!\ndumme   Kuh'), ['stupid', 'dumme Kuh']);
  assert.deepEqual(flaggedWords('anything', ['', '!!']), []);
});
