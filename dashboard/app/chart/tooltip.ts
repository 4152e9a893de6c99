/** The words at a figure, by the pointer. Vega's own needs inline style in its text. */
export class Tooltip {
  private readonly box: HTMLElement;
  private readonly place: HTMLElement;

  constructor(place: HTMLElement) {
    this.place = place;
    const there = place.parentElement?.querySelector('.wm-tip');
    this.box = there instanceof HTMLElement ? there : document.createElement('p');
    this.box.className = 'wm-tip';
    this.box.hidden = true;
    place.after(this.box);
  }

  /** Shows the text; an empty value hides it. */
  show(event: MouseEvent, value: unknown): void {
    const text = typeof value === 'string' ? value : '';
    this.box.hidden = text === '';
    this.box.textContent = text;
    const {left, top, width} = this.place.getBoundingClientRect();
    const x = Math.min(event.clientX - left + 12, width - this.box.offsetWidth);
    // set through the object model: the CSP forbids style in markup only
    this.box.style.left = `${Math.max(0, x)}px`;
    this.box.style.top = `${event.clientY - top + 18}px`;
  }
}
