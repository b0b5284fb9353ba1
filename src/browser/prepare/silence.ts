import { AudioSample } from 'mediabunny';
import { overlap, type Span } from './edits.ts';

/** The sound with nothing in it wherever a silence falls. `shift` is how much later it is in the film, in seconds. */
export function silenced(sample: AudioSample, silences: readonly Span[], shift: number): AudioSample {
  const { sampleRate, numberOfChannels, numberOfFrames, timestamp, duration } = sample;
  const from = timestamp + shift;
  const falling = silences.filter((silence) => overlap(silence, { from, until: from + duration }));
  if (falling.length === 0) return sample;
  const format = 'f32';
  const data = new Float32Array(numberOfFrames * numberOfChannels);
  sample.copyTo(data, { planeIndex: 0, format });
  const frameAt = (moment: number): number => Math.max(0, (moment - from) * sampleRate);
  for (const silence of falling)
    data.fill(
      0,
      Math.floor(frameAt(silence.from)) * numberOfChannels,
      Math.ceil(frameAt(silence.until)) * numberOfChannels,
    );
  return new AudioSample({ data, format, numberOfChannels, sampleRate, timestamp });
}
