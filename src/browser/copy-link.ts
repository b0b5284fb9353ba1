/** Copies the address beside it. Without a clipboard the button stays hidden: the address can be selected. */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const address = this.querySelector('code')?.textContent;
    if (button === null || !address || navigator.clipboard === undefined) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(address).then(() => {
        button.textContent = this.dataset['copied'] ?? button.textContent;
      });
    });
  }
}

customElements.define('copy-link', CopyLink);
