import { StorageError } from "../domain/errors.ts";
import { type GoldQuestion, GoldQuestionSchema } from "./gold-question.ts";
import { readJsonLines } from "./read-json-lines.ts";

/**
 * Reads a file of gold questions, one JSON object a line.
 * @throws {StorageError} naming file and line where one can't be used or an id comes twice.
 */
export async function readQuestions(file: string): Promise<readonly GoldQuestion[]> {
  const questions: GoldQuestion[] = [];
  const lineOf = new Map<string, number>();
  for await (const { line, value } of readJsonLines(file, GoldQuestionSchema)) {
    const earlier = lineOf.get(value.id);
    if (earlier !== undefined)
      throw new StorageError(
        `${file}, line ${line}: the id ${value.id} stands on line ${earlier} already; each question needs its own.`,
      );
    lineOf.set(value.id, line);
    questions.push(value);
  }
  if (questions.length === 0) throw new StorageError(`${file} holds no question.`);
  return questions;
}
