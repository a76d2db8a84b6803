/** What is typed is no hours, with a sentence that says how to mend it. Does not leave the reading of hours. */
export class HoursFault extends Error {}
