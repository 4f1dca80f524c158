// Compiled but never run: uses of the module's types.

import init, { embeddedLocales, errorTypes, Localizer, negotiate } from "../page/pkg/im_error_l10n.js";
import type { LocalizerError, LocalizerOptions, Message } from "../page/pkg/im_error_l10n.js";

await init();
const options: LocalizerOptions = { ftl: [{ locale: "ja", source: "" }], defaultLocale: "zh-CN" };
const localizer = new Localizer(options);
localizer.bind(navigator.languages);
localizer.bind();

const message: Message = localizer.message(56);
const text: string = message.text;
const suggestion: string = message.suggestion ?? message.name ?? text;
const isFallback: boolean = message.fallback;
const codes: number[] = errorTypes().map(({ code }) => code);
const findings: string[] = localizer.findings;
const isOurs = (error: Error): error is LocalizerError => error.name === "LocalizerError";
const files: string[] = negotiate(navigator.languages, [...embeddedLocales(), "zh-TW"]);
console.log(suggestion, isFallback, codes, findings, isOurs, files);

// @ts-expect-error a code is a number
localizer.message("56");
// @ts-expect-error there may be no suggestion
const certain: string = message.suggestion;
// @ts-expect-error a message is read-only
message.text = certain;
// @ts-expect-error there is no such kind
const guessed = message.kind === "guessed";
// @ts-expect-error FTL needs a locale
new Localizer({ ftl: [{ source: String(guessed) }] });
// @ts-expect-error the available locales are a list
negotiate(["zh"], "zh-TW");
