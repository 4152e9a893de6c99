import {html} from 'lit';
import type {Page} from '../page-context.ts';

export const page: Page = () => html`<h1>Volgt</h1>`;
