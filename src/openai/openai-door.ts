import type { Door } from "../server/door.ts";
import { chatCompletionsRoute } from "./chat-completions-route.ts";
import { modelListRoute, modelRoute } from "./models-route.ts";
import { openaiError } from "./openai-error.ts";
import { responsesRoute } from "./responses-route.ts";

/** `/v1`: what programs and chat clients made for OpenAI's API ask, answered in its own formats. */
export const openaiDoor: Door = {
  register(app, parts) {
    const startedAt = Math.floor(Date.now() / 1000);
    app.get("/v1/models", modelListRoute(startedAt));
    app.get("/v1/models/:model", modelRoute(startedAt));
    app.post("/v1/chat/completions", chatCompletionsRoute(parts));
    app.post("/v1/responses", responsesRoute(parts));
  },
  errorShape: { prefix: "/v1", body: openaiError },
};
