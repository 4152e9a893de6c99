import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {asProblem, type AntwoordMislukt} from './problem.ts';

/**
 * Loads something for an element. What was there stays while the next is on its way, so the page
 * does not jump; an answer that comes too late is dropped. It does not stay when the next is about
 * something else or does not come: nobody may take it for the answer.
 */
export class Loading<T> implements ReactiveController {
  inhoud: T | null = null;
  probleem: AntwoordMislukt | null = null;
  bezig = false;
  private readonly host: ReactiveControllerHost;
  private key: string | null = null;
  private subject = '';
  private load: ((signal: AbortSignal) => Promise<T>) | null = null;
  private abort = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.abort.abort();
    this.key = null;
  }

  /** Loads when the key is another than last time; the subject says what it is about. */
  run(key: string, load: (signal: AbortSignal) => Promise<T>, subject = ''): void {
    if (key === this.key) return;
    if (subject !== this.subject) this.inhoud = null;
    this.key = key;
    this.subject = subject;
    this.load = load;
    void this.start();
  }

  retry = (): void => {
    void this.start();
  };

  private async start(): Promise<void> {
    if (!this.load) return;
    this.abort.abort();
    const abort = new AbortController();
    this.abort = abort;
    this.bezig = true;
    this.probleem = null;
    this.host.requestUpdate();
    try {
      const inhoud = await this.load(abort.signal);
      if (!abort.signal.aborted) this.inhoud = inhoud;
    } catch (error) {
      if (!abort.signal.aborted) {
        this.probleem = asProblem(error);
        this.inhoud = null;
      }
    }
    if (abort.signal.aborted) return;
    this.bezig = false;
    this.host.requestUpdate();
  }
}
