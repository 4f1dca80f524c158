// A fake SDK that fails like the real one, with { type, msg, logid }.

const LATENCY_MS = 350;

export class FakeSdk extends EventTarget {
  /** The error type that every call fails with; 0 makes calls succeed. */
  failWith = 0;

  /** @throws {{ type: number, msg: string, logid: string }} */
  async sendMessage(text) {
    await new Promise((resolve) => setTimeout(resolve, LATENCY_MS));
    if (this.failWith !== 0) throw failure(this.failWith);
    return { text, sentAt: new Date() };
  }

  /** Fails in the background, like a lost connection: dispatches an "error" event. */
  fail(type, msg) {
    this.dispatchEvent(new CustomEvent("error", { detail: failure(type, msg) }));
  }
}

/** `msg` is for developers, in no particular language: never show it to the user. */
function failure(type, msg = `rejected by server: ${type}`) {
  const time = new Date().toISOString().replace(/\D/g, "");
  const random = crypto.getRandomValues(new Uint32Array(1))[0].toString(16).padStart(8, "0");
  return { type, msg, logid: `${time}${random}` };
}
