import {LitElement} from 'lit';

/** An element in light DOM: landmarks, labels and tables stay in one document, and so does the CSS. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
