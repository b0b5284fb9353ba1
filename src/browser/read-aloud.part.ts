/**
 * Reads the text of an activity aloud with the voice of the browser. Nothing leaves the device; where it has no voice, the
 * button stays hidden.
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
    button.hidden = false;
    button.addEventListener('click', () => {
      if (speechSynthesis.speaking) {
        speechSynthesis.cancel();
        return turn(false);
      }
      const words = new SpeechSynthesisUtterance(text.textContent ?? '');
      words.lang = document.documentElement.lang;
      words.rate = 0.9;
      words.onend = () => turn(false);
      speechSynthesis.speak(words);
      turn(true);
    });
    addEventListener('pagehide', () => speechSynthesis.cancel());
  }
}

customElements.define('read-aloud', ReadAloud);
