/** `no-transform` and `x-accel-buffering` keep proxies from gathering frames before they pass them on. */
export const EVENT_STREAM_HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  connection: "keep-alive",
  "x-accel-buffering": "no",
};

/** A comment frame: readers skip it, proxies see a connection that lives. */
const PING = new TextEncoder().encode(": ping\n\n");

/**
 * A response body of server-sent events that takes each frame only when the reader has room for it, and sends a ping
 * after every `heartbeatMs` without one. A reader who leaves calls `stop`, and the frames are told to end.
 */
export function eventStream(options: {
  readonly frames: AsyncGenerator<string, void>;
  readonly heartbeatMs: number;
  readonly stop: () => void;
  readonly onUnexpectedError: (error: unknown) => void;
}): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { frames, heartbeatMs, stop, onUnexpectedError } = options;
  const encoder = new TextEncoder();
  let heartbeat: NodeJS.Timeout | undefined;
  let isOpen = true;
  const close = () => {
    isOpen = false;
    clearInterval(heartbeat);
  };
  return new ReadableStream({
    start(controller) {
      heartbeat = setInterval(() => {
        if (controller.desiredSize === null) close();
        else if (controller.desiredSize > 0) controller.enqueue(PING);
      }, heartbeatMs);
    },
    async pull(controller) {
      const { done, value } = await frames.next();
      if (!isOpen) return;
      if (done) {
        close();
        controller.close();
      } else {
        controller.enqueue(encoder.encode(value));
        heartbeat?.refresh();
      }
    },
    cancel() {
      close();
      stop();
      // Not awaited: where the answer waits for something, it ends when that heeds the abort.
      frames.return().catch(onUnexpectedError);
    },
  });
}
