import type { Handler } from "hono";
import { NotFoundError } from "../domain/errors.ts";
import { quoted } from "../server/http-errors.ts";
import { MODEL } from "./served-model.ts";

interface Model {
  readonly id: string;
  readonly object: "model";
  /** Seconds since 1970: when this server started. */
  readonly created: number;
  readonly owned_by: string;
}

/** `GET /v1/models`: a list of one, so that clients can offer it. */
export function modelListRoute(created: number): Handler {
  return (context) => context.json({ object: "list", data: [servedModel(created)] });
}

/** `GET /v1/models/:model`. */
export function modelRoute(created: number): Handler {
  return (context) => {
    const asked = context.req.param("model") ?? "";
    if (asked === MODEL) return context.json(servedModel(created));
    throw new NotFoundError(`There is no model ${quoted(asked)} here. The only one is "${MODEL}".`);
  };
}

function servedModel(created: number): Model {
  return { id: MODEL, object: "model", created, owned_by: MODEL };
}
