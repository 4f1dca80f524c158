// Creates each object in one call. Setting its properties from WebAssembly would cross the boundary
// once for each.

export const message = (code, name, kind, text, suggestion, locale, fallback) =>
  Object.freeze({
    code,
    name: name ?? null,
    kind,
    text,
    suggestion: suggestion ?? null,
    locale,
    fallback,
  });

export const errorType = (code, name) => ({ code, name });

export const navigatorLanguages = () => globalThis.navigator?.languages ?? [];

export const localizerError = (message) =>
  Object.assign(new Error(message), { name: "LocalizerError" });
