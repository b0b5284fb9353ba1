/**
 * Reads the text of an activity aloud with a voice that lives on the device, so that nothing of it is sent anywhere. Where
 * the device has none for the language of the page, the button stays hidden.
 */
class ReadAloud extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const text = document.querySelector('main .text');
    if (button === null || text === null || !('speechSynthesis' in window)) return;
    const [start, stop] = [button.textContent, this.dataset['stop'] ?? ''];
    const turn = (speaks: boolean): void => {
      button.textContent = speaks ? stop : start;
    };
    const offer = (): void => {
      button.hidden = voice() === undefined;
    };
    offer();
    // Browsers learn of their voices after the page is there.
    speechSynthesis.addEventListener('voiceschanged', offer);
    button.addEventListener('click', () => {
      if (speechSynthesis.speaking) {
        speechSynthesis.cancel();
        return turn(false);
      }
      const words = new SpeechSynthesisUtterance(text.textContent ?? '');
      words.voice = voice() ?? null;
      words.lang = document.documentElement.lang;
      words.rate = 0.9;
      words.onend = () => turn(false);
      speechSynthesis.speak(words);
      turn(true);
    });
    addEventListener('pagehide', () => speechSynthesis.cancel());
  }
}

/** One that speaks without asking another computer, in the language of the page. */
function voice(): SpeechSynthesisVoice | undefined {
  const language = document.documentElement.lang.split('-')[0]!;
  return speechSynthesis
    .getVoices()
    .find(({ localService, lang }) => localService && lang.startsWith(language));
}

customElements.define('read-aloud', ReadAloud);
