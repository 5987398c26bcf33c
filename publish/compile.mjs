// Runs publish/compile_inside.py in Pyodide's own Python, so that the .pyc it writes are the ones Pyodide reads.
// Usage: node compile.mjs FOLDER_OF_PYODIDE WORK_FOLDER SCRIPT (bundle.py prepares and reads the work folder).
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [pyodideFolder, workFolder, script] = process.argv.slice(2);
try {
  const { loadPyodide } = await import(pathToFileURL(`${pyodideFolder}/pyodide.mjs`).href);
  const pyodide = await loadPyodide({ stdout: console.error });
  pyodide.mountNodeFS("/work", workFolder);
  pyodide.runPython(await readFile(script, "utf8"));
} catch (error) {
  console.error(error.message.trim().split("\n").at(-1)); // of a Python traceback: what happened
  process.exitCode = 1;
}
