/** OpenAI's own address, given outright so that no other variable of the environment can send questions elsewhere. */
export const OPENAI_ADDRESS = "https://api.openai.com/v1";
