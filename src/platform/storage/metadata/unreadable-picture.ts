import { Refused } from '../../errors.ts';

/** A picture whose parts do not add up, so that nobody could say what hides in it. */
export class UnreadablePicture extends Refused {
  constructor() {
    super('We could not read this picture. Open it on your device, save it again, and send the new copy.');
  }
}
