import { day } from '#app/shared/clock'

/** How long who is asked may take: then the first of them is reminded, then the others are asked as well, then it lapses. */
export const remindAfter = 2 * day
export const escalateAfter = 4 * day
export const lapseAfter = 30 * day
