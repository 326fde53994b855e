/**
 * Options of an onnxruntime session whose threads don't spin while they wait: they would take the cores from the models
 * and the comparisons that run in turn with it.
 */
export const QUIET_THREADS = { extra: { session: { intra_op: { allow_spinning: "0" } } } } as const;
