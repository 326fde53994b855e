/** OpenAI's own address, given outright so that no other variable of the environment can send questions elsewhere. */
export const OPENAI_ADDRESS = "https://api.openai.com/v1";

/** The client insists on a key; a server that asks for none ignores this one. */
export const NO_KEY = "none";
