/** Shows a value at most once a frame, always the newest; `finish` shows the last one at once, also in a hidden tab. */
export function eachFrame<Value>(show: (value: Value) => void): {
  next(value: Value): void;
  finish(value: Value): void;
} {
  let newest: Value | undefined;
  let frame: number | undefined;
  return {
    next: (value) => {
      newest = value;
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        if (newest !== undefined) show(newest);
      });
    },
    finish: (value) => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      frame = undefined;
      newest = undefined;
      show(value);
    },
  };
}
