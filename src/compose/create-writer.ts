import type { ModelWriter } from "../answer/answer-parts.ts";
import { askOpinion, OPINION_PLACEHOLDERS } from "../answer/ask-opinion.ts";
import { isRefusal } from "../answer/refusal-sentence.ts";
import { ANSWER_PLACEHOLDERS, writeWithModel } from "../answer/write-with-model.ts";
import type { ChatModelSettings } from "../config.ts";
import type { Evidence } from "../domain/evidence.ts";
import { createChatModel } from "../models/chat-model.ts";
import { loadPrompt } from "../prompts/load-prompt.ts";
import { IMAGINE_PLACEHOLDERS, imagineAbstract } from "../question/imagine-abstract.ts";
import { REWRITE_PLACEHOLDERS, rewriteQuestion } from "../question/rewrite-question.ts";

/**
 * The writer that the configured chat model gives, with its prompts.
 * @throws {StorageError} where a prompt can't be read or its placeholders don't fit.
 */
export async function createWriter(
  settings: ChatModelSettings,
  hypothesisTimeoutMs: number,
): Promise<ModelWriter> {
  const model = createChatModel(settings);
  const [answerPrompt, rewritePrompt, imaginePrompt, opinionPrompt] = await Promise.all([
    loadPrompt("answer", ANSWER_PLACEHOLDERS),
    loadPrompt("standalone-question", REWRITE_PLACEHOLDERS),
    loadPrompt("imagined-abstract", IMAGINE_PLACEHOLDERS),
    loadPrompt("second-opinion", OPINION_PLACEHOLDERS),
  ]);
  return {
    name: model.name,
    rewrite: (conversation, signal) =>
      rewriteQuestion(conversation, { model, prompt: rewritePrompt, signal }),
    ...(hypothesisTimeoutMs > 0 && {
      imagine: (question: string, signal: AbortSignal) =>
        imagineAbstract(question, { model, prompt: imaginePrompt, signal, timeoutMs: hypothesisTimeoutMs }),
    }),
    write: (task, signal) => writeWithModel({ ...task, model, prompt: answerPrompt, signal }),
    isRefusal,
    ...(settings.isAskedToCheck && {
      opinion: (claim: string, evidence: Evidence, signal: AbortSignal) =>
        askOpinion(claim, evidence, { model, prompt: opinionPrompt, signal }),
    }),
  };
}
