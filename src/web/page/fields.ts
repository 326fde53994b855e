/** An object of unknown make: what a server sent, before anything about it is believed. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value's fields; none where it isn't an object. */
export function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : {};
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** The value's items; none where it isn't a list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts among a list's items. */
export function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((item) => typeof item === "string");
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}
