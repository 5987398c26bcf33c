// The Web Worker that holds Pyodide and the checker. runtime.js is the only one that talks to it:
// in: {type: "start", manifest}, {type: "call", id, request}; out: {type: "progress", loaded, total}, {type: "ready"},
// {type: "result", id, response}, {type: "failed", message, retryable}.

/** @typedef {{base: string, files: {name: string, bytes: number}[], total: number}} Manifest */

const NOT_DOWNLOADED = "No se ha podido descargar el corrector. Comprueba tu conexión.";
const NOT_STARTED = "El corrector no ha podido arrancar en este navegador.";
const NOT_ANSWERED = "El corrector ha fallado al revisar tu respuesta.";

/** @type {((request: string) => string) | undefined} */
let ask;

self.addEventListener("message", async ({ data }) => {
  if (data.type === "start") {
    try {
      ask = await start(data.manifest);
      self.postMessage({ type: "ready" });
    } catch (error) {
      fail(error, error instanceof DownloadError ? NOT_DOWNLOADED : NOT_STARTED);
    }
  } else if (ask) {
    try {
      self.postMessage({ type: "result", id: data.id, response: ask(data.request) });
    } catch (error) {
      fail(error, NOT_ANSWERED);
    }
  }
});

class DownloadError extends Error {}

/**
 * @param {unknown} error for developers
 * @param {string} message for learners
 */
function fail(error, message) {
  console.error(error);
  self.postMessage({ type: "failed", message, retryable: true });
}

/**
 * Download everything, start Pyodide and import the checker.
 * @param {string} manifestAddress
 * @returns {Promise<(request: string) => string>} `checker.bridge.call`
 */
async function start(manifestAddress) {
  const manifest = await readManifest(manifestAddress);
  const base = new URL(manifest.base, manifestAddress).href;
  const advance = progressReporter(manifest.total);
  /** @type {(error: Error) => void} */
  let breakOff = () => {};
  /** @type {Promise<never>} */
  const broken = new Promise((_, reject) => (breakOff = reject));

  /** @type {Map<string, Promise<Response>>} */
  const responses = new Map();
  /** @type {Promise<unknown>[]} */
  const modules = [];
  for (const { name, bytes } of manifest.files) {
    if (name.endsWith(".mjs")) {
      modules.push(importModule(base + name).then((module) => (advance(bytes), module)));
    } else {
      const response = download(base + name, bytes, advance, breakOff);
      response.catch(breakOff); // Pyodide would wait for ever
      responses.set(base + name, response);
    }
  }
  serve(responses);
  const checker = responses.get(`${base}checker.zip`);
  const up = (async () => {
    const [{ loadPyodide }, archive] = await Promise.all([
      import(`${base}pyodide.mjs`).catch((error) => Promise.reject(new DownloadError(String(error)))),
      Promise.resolve(checker).then((response) => response?.arrayBuffer()),
      ...modules,
    ]);
    const pyodide = await loadPyodide({ indexURL: base });
    pyodide.FS.writeFile("/lib/checker.zip", new Uint8Array(archive ?? new ArrayBuffer(0)));
    pyodide.pyimport("sys").path.append("/lib/checker.zip");
    const call = pyodide.pyimport("checker.bridge").call;
    call('{"do": "warm"}');
    return call;
  })();
  return Promise.race([up, broken]);
}

/**
 * @param {string} address
 * @returns {Promise<Manifest>}
 */
async function readManifest(address) {
  try {
    const response = await fetch(address, { cache: "no-cache" });
    if (!response.ok) throw new DownloadError(`${response.status} ${address}`);
    return await response.json();
  } catch (error) {
    throw new DownloadError(String(error));
  }
}

/**
 * @param {string} address
 * @returns {Promise<unknown>}
 */
async function importModule(address) {
  try {
    return await import(address);
  } catch (error) {
    throw new DownloadError(String(error));
  }
}

/**
 * Fetch a file, counting its bytes as they are read.
 * @param {string} address
 * @param {number} expected bytes
 * @param {(bytes: number) => void} advance
 * @param {(error: Error) => void} broken told when the file breaks off after it was handed on
 * @returns {Promise<Response>} of the same content type, so that WebAssembly is compiled while it arrives
 */
async function download(address, expected, advance, broken) {
  try {
    const response = await fetch(address);
    if (!response.ok || !response.body) throw new Error(`${response.status} ${address}`);
    const counted = new ReadableStream({ start: (controller) => void pump(response, expected, advance, controller).catch(broken) });
    const type = address.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(counted, { headers: { "content-type": type } });
  } catch (error) {
    throw new DownloadError(String(error));
  }
}

/**
 * Copy a response into a stream, as fast as it comes.
 * @param {Response} response
 * @param {number} expected bytes
 * @param {(bytes: number) => void} advance
 * @param {ReadableStreamDefaultController<Uint8Array>} controller
 */
async function pump(response, expected, advance, controller) {
  try {
    const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
    let read = 0;
    for (let part = await reader.read(); part.value; part = await reader.read()) {
      read += part.value.byteLength;
      controller.enqueue(part.value);
      advance(part.value.byteLength);
    }
    if (read !== expected) throw new Error(`${read} bytes of ${expected}: ${response.url}`);
    controller.close();
  } catch (error) {
    controller.error(error);
    throw new DownloadError(String(error));
  }
}

/**
 * Let Pyodide, which fetches its files itself, have the ones already under way.
 * @param {Map<string, Promise<Response>>} responses by address; each is handed out once
 */
function serve(responses) {
  const fetchFromNetwork = self.fetch.bind(self);
  self.fetch = (input, options) => {
    const address = String(input instanceof Request ? input.url : input);
    const response = responses.get(address);
    responses.delete(address);
    return response ?? fetchFromNetwork(input, options);
  };
}

/**
 * @param {number} total bytes
 * @returns {(bytes: number) => void} adds to the bytes loaded and tells the page each percent
 */
function progressReporter(total) {
  let loaded = 0;
  let told = 0;
  return (bytes) => {
    loaded += bytes;
    if (loaded < total && loaded - told < total / 100) return;
    told = loaded;
    self.postMessage({ type: "progress", loaded, total });
  };
}
