import fc from "fast-check";
import { expect, test } from "vitest";
import { readEvents } from "../../../src/web/stream/read-events.ts";

const encoder = new TextEncoder();

function bodyOf(...chunks: readonly (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  return ReadableStream.from(
    chunks.map((chunk) => (typeof chunk === "string" ? encoder.encode(chunk) : chunk)),
  );
}

async function eventsOf(body: ReadableStream<Uint8Array>): Promise<unknown[]> {
  const events: unknown[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

test("reads one JSON value an event and ends at [DONE]", async () => {
  const body = bodyOf('data: {"a":1}\n\ndata: {"a":2}\n\ndata: [DONE]\n\ndata: {"a":3}\n\n');
  expect(await eventsOf(body)).toEqual([{ a: 1 }, { a: 2 }]);
});

test("passes over comments, other fields and empty events, and takes data without a space", async () => {
  const body = bodyOf(': ping\n\nevent: x\nid: 7\nretry: 5\ndata:{"a":1}\n\n\n\n: ping\ndata: {"a":2}\n\n');
  expect(await eventsOf(body)).toEqual([{ a: 1 }, { a: 2 }]);
});

test("joins the lines of one event's data", async () => {
  expect(await eventsOf(bodyOf('data: {"a":\ndata: "b"}\n\n'))).toEqual([{ a: "b" }]);
});

test("leaves out an event that the end of the body cuts off", async () => {
  expect(await eventsOf(bodyOf('data: {"a":1}\n\ndata: {"a":2}\n'))).toEqual([{ a: 1 }]);
  expect(await eventsOf(bodyOf('data: {"a":1}\n\ndata: {"a"'))).toEqual([{ a: 1 }]);
  expect(await eventsOf(bodyOf())).toEqual([]);
});

test("says in words that data is not JSON, without repeating it", async () => {
  await expect(eventsOf(bodyOf("data: <secret>\n\n"))).rejects.toThrow(/can't be read/);
  await expect(eventsOf(bodyOf("data: <secret>\n\n"))).rejects.not.toThrow(/secret/);
});

test("ends the request when the loop is left", async () => {
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(encoder.encode('data: {"a":1}\n\n')),
    cancel: () => {
      isCancelled = true;
    },
  });
  for await (const event of readEvents(body)) {
    expect(event).toEqual({ a: 1 });
    break;
  }
  expect(isCancelled).toBe(true);
});

test("reads the same events however the bytes are cut, with any line ending", async () => {
  const cuts = fc.array(fc.nat(), { maxLength: 40 });
  const events = fc.array(fc.record({ delta: fc.string({ unit: "binary" }) }), { maxLength: 6 });
  const lineEnding = fc.constantFrom("\n", "\r\n", "\r");
  await fc.assert(
    fc.asyncProperty(events, lineEnding, cuts, async (sent, end, places) => {
      const text = sent.map((event) => `: ping${end}data: ${JSON.stringify(event)}${end}${end}`).join("");
      const bytes = encoder.encode(`${text}data: [DONE]${end}${end}`);
      const sorted = places.map((place) => place % (bytes.length + 1)).sort((left, right) => left - right);
      const chunks = [...sorted, bytes.length].map((place, index) =>
        bytes.slice(sorted[index - 1] ?? 0, place),
      );
      expect(await eventsOf(bodyOf(...chunks))).toEqual(JSON.parse(JSON.stringify(sent)));
    }),
  );
});
