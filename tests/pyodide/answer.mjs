// Answers requests of checker.bridge.call with the site's own bundle, in Node: one JSON string a line in, one a line out.
// Usage: node answer.mjs FOLDER_OF_THE_BUNDLE < requests > answers
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const root = resolve(process.argv[2]);
const { base } = JSON.parse(await readFile(`${root}/manifest.json`, "utf8"));
const folder = `${root}/${base}`;
const { loadPyodide } = await import(pathToFileURL(`${folder}pyodide.mjs`).href);
const pyodide = await loadPyodide({ indexURL: folder, stdout: console.error });
pyodide.FS.writeFile("/lib/checker.zip", await readFile(`${folder}checker.zip`));
pyodide.pyimport("sys").path.append("/lib/checker.zip");
const call = pyodide.pyimport("checker.bridge").call;
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${call(JSON.parse(line))}\n`);
}
