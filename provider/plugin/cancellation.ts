/** Tells a request that it was cancelled. Most never ask: their signal is made only for those that do. */
export class Cancellation {
  private controller: AbortController | undefined;
  private reason: Error | undefined;

  cancel(reason: Error): void {
    this.reason ??= reason;
    this.controller?.abort(this.reason);
  }

  get signal(): AbortSignal {
    if (!this.controller) {
      this.controller = new AbortController();
      if (this.reason) this.controller.abort(this.reason);
    }
    return this.controller.signal;
  }
}
