import { part, say, type Words } from './page-words.ts';

/** Before so many seconds have gone nobody can say how long it takes. */
const knownAfter = 3;

/** Says how much is made and how long it still takes; answers with what to tell about each step. */
export function showProgress(root: ParentNode, words: Words): (share: number) => void {
  const bar = part<HTMLProgressElement>(root, 'progress');
  const line = part(root, 'progress-words');
  const began = performance.now();
  bar.value = 0;
  line.textContent = '';
  return (share) => {
    bar.value = share;
    const gone = (performance.now() - began) / 1000;
    const left = (gone / share) * (1 - share);
    const minutes = Math.round(left / 60);
    const percent = say(words.percent, { n: Math.floor(share * 100) });
    if (gone < knownAfter || share === 0) line.textContent = percent;
    else line.textContent = `${percent} · ${minutes < 1 ? words.soon : say(words.minutes, { n: minutes })}`;
  };
}
