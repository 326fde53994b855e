import { type Fields, fieldsOf, listOf, numberOf, textOf } from "../page/fields.ts";
import type { AnswerPart, SourcePassage } from "./answer-part.ts";

/** The paper that a `source-url` part names; undefined where it has no number. */
export function readSource(part: Fields): AnswerPart | undefined {
  const footnote = fieldsOf(fieldsOf(part["providerMetadata"])["footnote"]);
  const sourceId = textOf(part["sourceId"]);
  const number = numberOf(footnote["number"]) ?? Number(sourceId);
  if (sourceId === undefined || !Number.isInteger(number)) return undefined;
  const url = textOf(part["url"]) ?? "";
  return {
    type: "source",
    source: {
      number,
      sourceId,
      url,
      title: textOf(part["title"]) || url || `Paper ${number}`,
      paperId: textOf(footnote["paperId"]),
      published: textOf(footnote["published"]),
      featuredOn: textOf(footnote["featuredOn"]),
      passages: listOf(footnote["passages"]).flatMap(readPassage),
    },
  };
}

function readPassage(value: unknown): SourcePassage[] {
  const passage = fieldsOf(value);
  const text = textOf(passage["text"]);
  const start = numberOf(passage["start"]);
  const end = numberOf(passage["end"]);
  return text === undefined || start === undefined || end === undefined ? [] : [{ text, start, end }];
}
