/** Characters that a question may have: what the server takes, told before it is sent. */
export const MAX_QUESTION_CHARACTERS = 8_000;
