import './app.ts';
import {rememberScroll} from './scroll-memory.ts';

rememberScroll();

// Print shows everything: what is folded on screen is open on paper.
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details:not([open])')) {
    details.setAttribute('open', '');
    details.setAttribute('data-voor-druk', '');
  }
});
addEventListener('afterprint', () => {
  for (const details of document.querySelectorAll('details[data-voor-druk]')) {
    details.removeAttribute('open');
    details.removeAttribute('data-voor-druk');
  }
});
