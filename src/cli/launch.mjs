/**
 * Starts a command of the command line: `node src/cli/launch.mjs serve|ingest|ask|evaluate …`. Plain JavaScript, so that a
 * Node too old for TypeScript can still say what is missing, and settings from `.env` are there before anything reads them.
 */
const COMMANDS = ["serve", "ingest", "ask", "evaluate"];
const NEEDED = { major: 24, minor: 12 };

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < NEEDED.major || (major === NEEDED.major && minor < NEEDED.minor)) {
  process.stderr.write(
    `Footnote runs on Node ${NEEDED.major}.${NEEDED.minor} or newer, and this is Node ${process.versions.node}. ` +
      "It brings its own in the npm package `node`, whose binary an install script fetches: run `npm ci` without " +
      "--ignore-scripts. On a platform that the package does not serve, install a newer Node yourself.\n",
  );
  process.exit(1);
}

try {
  process.loadEnvFile();
} catch (error) {
  // Most people have no .env; one that is there and can't be read should be heard of.
  if (error.code !== "ENOENT") throw error;
}

const [command = ""] = process.argv.splice(2, 1);
if (!COMMANDS.includes(command)) {
  process.stderr.write(
    `${command ? `There is no command "${command}"` : "Name a command"}. Footnote knows: ${COMMANDS.join(", ")}.\n`,
  );
  process.exit(2);
}
await import(`./${command}.ts`);
