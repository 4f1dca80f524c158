// What is shorter to say in JavaScript: one call makes a whole object, where setting its
// properties from WebAssembly would cross the boundary six times.

export const message = (code, name, text, suggestion, locale, source) =>
  Object.freeze({
    code,
    name: name ?? null,
    text,
    suggestion: suggestion ?? null,
    locale,
    source,
  });

export const errorType = (code, name) => ({ code, name });

export const navigatorLanguages = () => globalThis.navigator?.languages ?? [];

export const localizerError = (message) =>
  Object.assign(new Error(message), { name: "LocalizerError" });
