import { openaiDoor } from "../openai/openai-door.ts";
import type { Door } from "../server/door.ts";

/** The dialects that the server speaks beside its own. */
export const doors: readonly Door[] = [openaiDoor];
