/** The one model that is served, whichever a request names: clients send what their settings say. */
export const MODEL = "footnote";
