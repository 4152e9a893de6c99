/** A page that came back may still be filling for so long. */
const FILLING_MS = 3000;
const QUIET_MS = 100;
const READER_MOVES = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

let timer = 0;
let stop: (() => void) | null = null;

/**
 * Remembers with each step of the history how far it was scrolled. The browser does so too, but it
 * goes there at once, before the figures are in and the page has its height.
 */
export function rememberScroll(): void {
  history.scrollRestoration = 'manual';
  addEventListener(
    'scroll',
    () => {
      clearTimeout(timer);
      timer = setTimeout(saveScroll, QUIET_MS);
    },
    {passive: true},
  );
  restoreScroll();
}

/** Notes where the reader is, before going elsewhere. */
export function saveScroll(): void {
  clearTimeout(timer);
  if (stop === null) history.replaceState({hoogte: scrollY}, '');
}

/** Goes where this step of the history was left, and stays there until the page is filled. */
export function restoreScroll(): void {
  clearTimeout(timer);
  stop?.();
  const top = savedHeight(history.state);
  if (top === null) return;
  const go = () => {
    scrollTo({top, behavior: 'instant'});
  };
  const observer = new ResizeObserver(go);
  const end = setTimeout(() => stop?.(), FILLING_MS);
  stop = () => {
    observer.disconnect();
    clearTimeout(end);
    for (const name of READER_MOVES) removeEventListener(name, finish);
    stop = null;
  };
  for (const name of READER_MOVES) addEventListener(name, finish, {passive: true});
  observer.observe(document.body);
  go();
}

function finish(): void {
  stop?.();
}

function savedHeight(state: unknown): number | null {
  if (typeof state !== 'object' || state === null || !('hoogte' in state)) return null;
  return typeof state.hoogte === 'number' ? state.hoogte : null;
}
