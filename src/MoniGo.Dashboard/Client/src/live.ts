// Follows the ticks: one EventSource while the page is visible and live; retries with back-off; tells when they stop coming.
import type { TickAnswer } from "./contract";
import { base, find } from "./dom";
import { page, query, view } from "./state";
import { asOf, say } from "./status";

const FIRST_RETRY = 1;
const LAST_RETRY = 30;
const STALE_AFTER = 2.5;

export interface Follower {
  /** Seconds between two ticks. */
  interval: number;
  latest(): number;
  tick(tick: TickAnswer): void;
  /** Reads what was missed while nobody listened. */
  catchUp(): void;
}

export class Live {
  private source: EventSource | null = null;
  private retryIn = FIRST_RETRY;
  private retryTimer = 0;
  private watch = 0;
  private opened = false;
  // A page that is the same at any time has none.
  private readonly button = find("[data-action=live]");

  constructor(private readonly follower: Follower) {
    // A hidden page holds no stream: browsers allow six connections to one host, and nobody looks.
    document.addEventListener("visibilitychange", () => this.follow());
    addEventListener("pagehide", () => this.close());
    addEventListener("pageshow", event => event.persisted && this.follow());
  }

  /** Opens or closes the stream, whichever the view and the page's visibility ask for. */
  follow(): void {
    const wanted = this.button != null && view().live && view().range !== "" && !document.hidden;
    this.close();
    if (wanted) this.open();
    else if (!document.hidden) say("paused");
  }

  private open(): void {
    const source = (this.source = new EventSource(`${base}/live?page=${page}&${query()}`));
    source.onopen = () => this.onOpen();
    source.onerror = () => this.onError();
    source.addEventListener("tick", event => this.onTick(JSON.parse(event.data as string) as TickAnswer));
    source.addEventListener("end", event => this.onEnd(event.data as string));
    this.expect();
  }

  private close(): void {
    this.source?.close();
    this.source = null;
    clearTimeout(this.retryTimer);
    clearTimeout(this.watch);
  }

  private onOpen(): void {
    this.retryIn = FIRST_RETRY;
    say("live");
    if (this.opened) this.follower.catchUp();
    this.opened = true;
  }

  private onTick(tick: TickAnswer): void {
    say("live");
    this.follower.tick(tick);
    this.expect();
  }

  /** The server said goodbye: an old stream is renewed silently, a stopping process is not there for a while. */
  private onEnd(reason: string): void {
    this.close();
    if (reason === "renew") this.open();
    else this.retry("The service is stopping.");
  }

  private expect(): void {
    clearTimeout(this.watch);
    const ms = STALE_AFTER * this.follower.interval * 1000;
    this.watch = setTimeout(() => say("stale", "No new reading for a while. " + asOf(this.follower.latest())), ms);
  }

  private onError(): void {
    this.close();
    void this.diagnose();
  }

  // An EventSource does not say why it failed; a plain request does.
  private async diagnose(): Promise<void> {
    try {
      const answer = await fetch(`${base}/api/v1/panels?page=${page}&${query()}`, { method: "HEAD", redirect: "manual", cache: "no-store" });
      if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) this.signedOut();
      else if (answer.ok) this.retry("The live stream is not available now; there may be too many viewers.");
      else this.retry(`The service answers ${answer.status}.`);
    } catch {
      this.retry("Connection lost.");
    }
  }

  private signedOut(): void {
    say("lost", "Your sign-in has expired. " + asOf(this.follower.latest()), { label: "Sign in again", run: () => location.reload() });
  }

  private retry(reason: string): void {
    if (document.hidden || !view().live) return;
    const seconds = Math.round(this.retryIn * (0.8 + Math.random() * 0.4));
    this.retryIn = Math.min(LAST_RETRY, this.retryIn * 2);
    this.retryTimer = setTimeout(() => this.open(), Math.max(1, seconds) * 1000);
    say("lost", `${reason} ${asOf(this.follower.latest())} Trying again in ${Math.max(1, seconds)} s.`, { label: "Try now", run: () => this.follow() });
  }
}
