import { z } from "zod";
import {
  createScriptedServer,
  type ScriptedBehaviour,
  type ScriptedRequest,
  type ScriptedServer,
} from "./create-scripted-server.ts";

const BodySchema = z.looseObject({
  model: z.string(),
  stream: z.boolean().default(false),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});
type Body = z.infer<typeof BodySchema>;

/** A request for a completion as it arrived. */
export type UpstreamRequest = ScriptedRequest<Body>;
export type Behaviour = ScriptedBehaviour<Body>;
export type Upstream = ScriptedServer<Body>;

/** A chat-completions server on a real socket that does as it is told. */
export async function createUpstream(...script: readonly [Behaviour, ...Behaviour[]]): Promise<Upstream> {
  return await createScriptedServer(BodySchema, script);
}
