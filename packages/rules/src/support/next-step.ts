import { isObject, type Located } from "@concordat/engine/kit";

/** Words by which people say what to use instead, or that there is nothing to use. */
const NEXT =
  /\b(?:instead|replac\w+|supersed\w+|succe(?:eded|ssor)|in favou?r of|migrat\w+|moved (?:to|into)|renamed|prefer\w*|recommend\w*|alternative\w*|now (?:in|part of|called)|no longer|no effect|ignored|unused|not used|obsolete|discontinu\w+|legacy|will be removed|removed in)\b/i;
const USE = /\b(?:use|see)\b|\bdeprecated,? as (?!of\b)/i;

/** Whether a description, or a note on the deprecation itself, says what to do about it. */
export function tellsWhatNext(at: Located): boolean {
  const texts = Object.entries(isObject(at.value) ? at.value : {}).flatMap(([key, value]) => {
    const isNote = /^x-.*deprecat/.test(key);
    if (typeof value !== "string" || !(isNote || key === "description" || key === "summary")) return [];
    return value.split(/\n|(?<=[.!?])\s/).map((text) => ({ text, isAbout: isNote || /deprecat/i.test(value) }));
  });
  return texts.some(({ text, isAbout }) => NEXT.test(text) || (isAbout && USE.test(text)));
}
