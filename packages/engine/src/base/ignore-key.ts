/** The extension by which a description asks to ignore findings beside what they are about. */
export const IGNORE_KEY = "x-concordat-ignore";
