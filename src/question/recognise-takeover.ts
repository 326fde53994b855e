/**
 * Requests to drop the rules or to show the prompt. They ask nothing of the papers, so they are out of scope; a question
 * *about* such attacks ("which papers study prompt injection?") is not caught, because these are commands.
 */
const COMMANDS = [
  /(?:^|[.!?:;,]\s*|\b(?:also|please|now|and|then)\s+)(?:ignore|disregard|forget|override)\s+(?:\w+\s+){0,5}(?:instructions?|rules|guidelines|prompts?)\b/iu,
  /\b(?:print|reveal|show|repeat|output|display|reply with|tell me)\s+(?:\w+\s+){0,4}(?:your|the)\s+(?:\w+\s+){0,3}(?:system |hidden |initial )prompt\b/iu,
  /\b(?:print|reveal|show|repeat|output|reply)\s+(?:\w+\s+){0,5}your\s+(?:\w+\s+){0,3}(?:prompt|instructions)\b/iu,
];

/** Whether a question commands Footnote to drop its rules or to show its prompt. */
export function isTakeover(question: string): boolean {
  return COMMANDS.some((command) => command.test(question));
}
