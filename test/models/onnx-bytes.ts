/** Element types of ONNX tensors. */
export const FLOAT = 1;
export const INT64 = 7;
export const BOOL = 9;

/** One operator of an ONNX graph; attributes are whole numbers or lists of them. */
export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

export interface OnnxGraph {
  readonly inputs: readonly string[];
  readonly output: string;
  readonly nodes: readonly OnnxNode[];
}

/**
 * A model in ONNX form from 64-bit numbers to floats: protocol buffers, field numbers as in onnx.proto. Operators are
 * those of opset 12, which still take axes as attributes.
 */
export function onnxBytes({ inputs, output, nodes }: OnnxGraph): Uint8Array {
  const graph = [
    ...nodes.flatMap((node) => field(1, nodeBytes(node))),
    ...field(2, text("graph")),
    ...inputs.flatMap((name) => field(11, tensorNamed(name, INT64))),
    ...field(12, tensorNamed(output, FLOAT)),
  ];
  const opset = field(8, [...field(1, []), ...number(2, 12)]);
  return Uint8Array.from([...number(1, 8), ...field(7, graph), ...opset]);
}

function nodeBytes({ operator, inputs, output, attributes = {} }: OnnxNode): number[] {
  return [
    ...inputs.flatMap((name) => field(1, text(name))),
    ...field(2, text(output)),
    ...field(4, text(operator)),
    ...Object.entries(attributes).flatMap(([name, value]) => field(5, attributeBytes(name, value))),
  ];
}

function attributeBytes(name: string, value: number | readonly number[]): number[] {
  return typeof value === "number"
    ? [...field(1, text(name)), ...number(3, value), ...number(20, 2)]
    : [...field(1, text(name)), ...value.flatMap((item) => number(8, item)), ...number(20, 7)];
}

/** A named tensor of any shape. */
function tensorNamed(name: string, elementType: number): number[] {
  return [...field(1, text(name)), ...field(2, field(1, number(1, elementType)))];
}

function field(fieldNumber: number, bytes: readonly number[]): number[] {
  return [...varint(fieldNumber * 8 + 2), ...varint(bytes.length), ...bytes];
}

function number(fieldNumber: number, value: number): number[] {
  return [...varint(fieldNumber * 8), ...varint(value)];
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

function text(value: string): number[] {
  return [...Buffer.from(value)];
}
